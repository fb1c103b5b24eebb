import { withArticle } from '../../base/article.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import { lanesOfPort } from './linkBelow.ts';
import type { Look } from './look.ts';
import { narrowed } from './narrowed.ts';
import { counted } from './words.ts';

/**
 * Root ports with more lanes than their CPU has for cards, and switches with more than the chip:
 * figures of the catalogue, so that only machines made from it are asked. Ports of which the width
 * is not known count nothing.
 */
export function laneBudget(look: Look): readonly Finding[] {
  return [...sockets(look), ...switches(look)];
}

interface Package {
  readonly hosts: readonly HostBridge[];
  readonly title: string;
  readonly ports: readonly PciFunction[];
  readonly used: number;
  readonly lanes: number;
}

/** The CPUs of which the lanes are known, each with the root ports of all its host bridges. */
function packagesOf(look: Look): readonly Package[] {
  const packages = new Map<string, HostBridge[]>();
  for (const host of look.machine.hostBridges) {
    if (host.model === null || host.kind === 'vmd') continue;
    const chip = host.socket === null || host.socket === UNKNOWN ? host.id : host.socket;
    packages.set(chip, [...(packages.get(chip) ?? []), host]);
  }
  return [...packages.values()].flatMap((hosts) => {
    const part = CATALOGUE.find((each) => each.kind === 'host' && each.id === hosts[0]?.model);
    if (part?.kind !== 'host' || part.lanes.value === UNKNOWN) return [];
    const ports = hosts.flatMap((host) =>
      look.family.below(host.id).filter(({ type }) => type === 'root-port'),
    );
    const { value: lanes } = part.lanes;
    return [{ hosts, title: part.title, ports, used: lanesOf(look, ports), lanes }];
  });
}

/** Lanes of a host bridge's CPU that no root port takes yet; `null` where that is not known. */
export function lanesLeft(look: Look, id: HostBridgeId): number | null {
  const found = packagesOf(look).find(({ hosts }) => hosts.some((host) => host.id === id));
  return found ? found.lanes - found.used : null;
}

function sockets(look: Look): readonly Finding[] {
  return packagesOf(look).flatMap(({ hosts: [first], title, ports, used, lanes }) => {
    if (!first || used <= lanes) return [];
    const mend = narrowed(look, ports, lanes);
    return [
      {
        severity: 'warning',
        text: `The root ports take ${used} lanes; ${withArticle(title)} has ${lanes} for cards.`,
        hint: 'Put a switch between, or run some links narrower.',
        parts: [first.id, ...ports.map(({ id }) => id)],
        mends: mend ? [mend] : [],
      },
    ];
  });
}

function switches(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((upstream): readonly Finding[] => {
    if (upstream.type !== 'upstream' || upstream.part === null) return [];
    const { model } = upstream.part;
    const part = CATALOGUE.find((each) => each.kind === 'switch' && each.id === model);
    if (part?.kind !== 'switch') return [];
    const down = look.family.below(upstream.id).filter(({ type }) => type === 'downstream');
    return [...lanesOfSwitch(look, upstream, down, part), ...portsOfSwitch(upstream, down, part)];
  });
}

type Switch = Extract<(typeof CATALOGUE)[number], { readonly kind: 'switch' }>;

/** Ports of a switch divide its lanes as the board wires them: one with nothing below takes none. */
function lanesOfSwitch(
  look: Look,
  upstream: PciFunction,
  down: readonly PciFunction[],
  part: Switch,
): readonly Finding[] {
  const { value: lanes } = part.lanes;
  if (lanes === UNKNOWN) return [];
  const inUse = down.filter((port) => look.devices(port.id).length > 0);
  const above = look.above(upstream);
  const up = above ? (lanesOfPort(look, above) ?? 0) : 0;
  const used = up + lanesOf(look, inUse);
  if (used <= lanes) return [];
  const mend = narrowed(look, inUse, lanes - up);
  return [
    {
      severity: 'warning',
      text: `The links of ${look.name(upstream)} take ${used} lanes; ${withArticle(part.title)} has ${lanes}.`,
      hint: 'Choose a larger switch, or run some links narrower.',
      parts: [upstream.id, ...inUse.map(({ id }) => id)],
      mends: mend ? [mend] : [],
    },
  ];
}

function portsOfSwitch(
  upstream: PciFunction,
  down: readonly PciFunction[],
  part: Switch,
): readonly Finding[] {
  const { value: most } = part.maxPorts;
  if (most === UNKNOWN || down.length <= most) return [];
  return [
    {
      severity: 'warning',
      text: `${upstream.label ?? upstream.id} has ${counted(down.length, 'downstream port')}; ${withArticle(part.title)} has ${most} at most.`,
      hint: 'Choose a larger switch, or put another below it.',
      parts: [upstream.id],
    },
  ];
}

function lanesOf(look: Look, ports: readonly PciFunction[]): number {
  return ports.reduce((total, port) => total + (lanesOfPort(look, port) ?? 0), 0);
}

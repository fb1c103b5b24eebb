import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { hungId } from '../hungId.ts';
import { kindRow } from '../kinds.ts';
import { NOTHING_STATED } from '../linkDefaults.ts';
import { leadsToConventional, type Made, rateOfPorts } from '../made.ts';
import { genericNamed } from '../partNamed.ts';
import { DEEPEST } from '../read/readLines.ts';
import type { Above } from './above.ts';
import { type Device, devicesOf } from './devicesOf.ts';
import { domainBelow } from './domain.ts';
import { kindOf } from './kindOf.ts';
import { madeFor, modelFor } from './madeFor.ts';
import type { Spelled } from './spell.ts';
import { spellFrom } from './spellFrom.ts';
import { targetOf, type Writer } from './Writer.ts';
import { writeCard } from './writeCard.ts';
import { writeFurther } from './writeFurther.ts';
import { spellMain, writeMain } from './writeMain.ts';

/** Everything below a bridge or on a root bus, line by line. */
export function writeBelow(
  writer: Writer,
  functions: readonly PciFunction[],
  level: number,
  above: Above,
): void {
  if (level > DEEPEST) {
    writer.losses.add('place', functions.length);
    return;
  }
  let place = 0;
  for (const device of devicesOf(writer, functions)) {
    place++;
    writeDevice(writer, device, level, above, `${above.id}/${place}`);
  }
}

/** A device with its functions, and what hangs below it. */
export function writeDevice(
  writer: Writer,
  device: Device,
  level: number,
  above: Above,
  derivedId: string,
): void {
  const { main } = device;
  if (writeCard(writer, device, level, above, derivedId)) return;
  const kind = kindOf(writer.machinery, main, above.kind);
  const made = madeFor(writer, main, kind, above);
  if (kind === 'switch') {
    writeSwitch(writer, device, level, above, derivedId, made);
    return;
  }
  const target = targetOf(writer, main, above.domain);
  const spelled = writeMain(writer, { kind, made, target, level, above, derivedId });
  writeFurther(writer, device, kind, made, spelled.result, level + 1, above);
  const domain = kind === 'vmd' ? domainBelow(writer, main, above) : null;
  if (domain) writeBelow(writer, domain.functions, level + 1, domain.above);
  else if (kind === 'port' || kind === 'bridge') {
    writeBelow(writer, writer.machinery.below(main.id), level + 1, belowBus(above, spelled));
  }
}

/** What a line of a bus says about what is below it. */
function belowBus(above: Above, { result }: Spelled<FunctionDraft>): Above {
  const { fn, feeds, stated } = result;
  const [slot = null, ...others] = feeds;
  return {
    kind: 'other',
    parent: { kind: 'function', id: fn.id },
    numaNode: fn.numaNode,
    domain: fn.address?.domain ?? above.domain,
    around: {
      ...above.around,
      rootPort: null,
      switchPart: null,
      ports: null,
      isConventional: leadsToConventional(fn),
    },
    port: { fn, stated },
    slot: others.length === 0 ? slot : null,
    socket: above.socket,
    id: fn.id,
  };
}

/** A switch: what most of its downstream ports have stands on its own line. */
function writeSwitch(
  writer: Writer,
  device: Device,
  level: number,
  above: Above,
  derivedId: string,
  made: Made,
): void {
  const { main } = device;
  const ports = writer.machinery.below(main.id);
  const usual = usualAcs(ports);
  const target = {
    ...targetOf(writer, main, above.domain),
    ports: usual === undefined ? made.ports : usual,
  };
  const first = spellMain(writer, { kind: 'switch', made, target, above });
  const switchPart = modelFor(main, 'switch', above.kind) ?? genericNamed('switch');
  const inside = (spelled: Spelled<FunctionDraft>): Above => {
    const below = belowBus(above, spelled);
    const part = switchPart?.kind === 'switch' ? switchPart : null;
    return {
      ...below,
      kind: 'switch',
      port: null,
      slot: null,
      around: {
        ...below.around,
        switchPart: part,
        ports: spelled.result.ports,
        portGts: rateOfPorts(part, spelled.result.fn),
      },
    };
  };
  const within = inside(first);
  let used = ports.length;
  while (used > 0 && isFree(writer, ports[used - 1], within)) used--;
  const spelled = writeMain(writer, {
    kind: 'switch',
    made,
    target: { ...target, freePorts: ports.length - used },
    level,
    above,
    derivedId,
  });
  writeFurther(writer, device, 'switch', made, spelled.result, level + 1, above);
  ports.slice(0, used).forEach((port, index) => {
    const placeId = hungId(main.id, index + 1);
    const hung = impliedPort(writer, port, within, placeId);
    if (hung) writeDevice(writer, hung.device, level + 1, hung.above, placeId);
    else writeDevice(writer, { main: port, further: new Map() }, level + 1, within, placeId);
  });
}

/** The ACS registers that most ports have; `undefined`: there are no ports. */
function usualAcs(ports: readonly PciFunction[]): PciFunction['acs'] | undefined {
  const counts = new Map<string, { count: number; acs: PciFunction['acs'] }>();
  let most: { count: number; acs: PciFunction['acs'] } | undefined;
  for (const { acs } of ports) {
    const key = JSON.stringify(acs);
    const seen = counts.get(key) ?? { count: 0, acs };
    seen.count++;
    counts.set(key, seen);
    if (!most || seen.count > most.count) most = seen;
  }
  return most?.acs;
}

/** A port that nothing hangs from and nothing is said of. */
function isFree(writer: Writer, port: PciFunction | undefined, within: Above): boolean {
  if (!port || writer.isCaptured || writer.machinery.below(port.id).length > 0) return false;
  // As a reader of `ports=N` calls them; one that is called otherwise has a line.
  if (!/\/free\d+$/.test(port.id)) return false;
  return isPlain(writer, port, within, undefined);
}

/** Does a port say nothing that the switch's line and what hangs from it do not say? */
function isPlain(
  writer: Writer,
  port: PciFunction,
  within: Above,
  child: PciFunction | undefined,
): boolean {
  const { machinery } = writer;
  if (port.label !== null || machinery.isReferred(port.id)) return false;
  if (machinery.virtualOf(port.id).length > 0) return false;
  const { main } = madeFor(writer, port, 'port', within);
  const target = targetOf(writer, port, within.domain);
  const { words } = spellFrom(
    writer.numbered({ ...main, parent: port.parent }, port),
    target,
    'port',
    null,
    { child },
  );
  return words.length === 0;
}

/** A device that stands directly below the switch's line: its port is left out. */
function impliedPort(
  writer: Writer,
  port: PciFunction,
  within: Above,
  placeId: string,
): { readonly device: Device; readonly above: Above } | null {
  if (writer.isCaptured) return null;
  const below = writer.machinery.below(port.id);
  const [device, ...others] = devicesOf(writer, below);
  if (!device || others.length > 0) return null;
  // Without a name it would get another id.
  if (device.main.label === null && device.main.id !== placeId) return null;
  const kind = kindOf(writer.machinery, device.main, 'other');
  const mayHang = kind !== 'mgmt' && kindRow(kind)?.below.includes('switch');
  if (!mayHang || !isPlain(writer, port, within, device.main)) return null;
  writer.losses.compare(port, port, writer.isCaptured);
  return {
    device,
    above: {
      ...within,
      kind: 'other',
      parent: { kind: 'function', id: port.id },
      around: { ...within.around, switchPart: null, ports: null },
      port: { fn: port, stated: NOTHING_STATED },
    },
  };
}

import type { Change, Mend } from '../../build/change.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import { hostOf } from './hostOf.ts';
import { lanesLeft } from './laneBudget.ts';
import { mostOfLink } from './linkBelow.ts';
import { linkSpeed } from './linkSpeed.ts';
import type { Look } from './look.ts';
import { freeRootPorts, widened } from './ways.ts';
import { listed, rateWords, speedWords } from './words.ts';

/**
 * More than the uplink passes is worth a note: only traffic beyond the switch shares it. Servers
 * are built at 2:1 (four GPUs and four NICs or drives below one x16) and storage at up to 4:1 (16
 * drives of x4 below x16), on purpose; beyond that a quarter of what is below fills the uplink.
 */
const MOST_WITHOUT_WARNING = 4;

/** Sums of rates are no whole numbers. */
const ROUNDING = 1e-6;

interface Branch {
  readonly head: PciFunction;
  readonly rate: LinkRate;
  readonly speed: number;
}

/** Switches below which links carry more together than the link above does, by what links can do. */
export function sharedUplink(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((upstream): readonly Finding[] => {
    if (upstream.type !== 'upstream') return [];
    const port = look.above(upstream);
    const rate = mostOfLink(look, port, upstream);
    if (!rate) return [];
    const branches = branchesOf(look, upstream);
    const sum = branches.reduce((total, { speed }) => total + speed, 0);
    const ratio = sum / linkSpeed(rate);
    // One device alone is held back, not crowded.
    if (ratio <= 1 + ROUNDING || branches.length < 2) return [];
    const isCrowded = ratio > MOST_WITHOUT_WARNING;
    if (!look.isDrawn && !isCrowded) return [];
    const all = speedWords(sum);
    return [
      {
        severity: isCrowded && look.isDrawn ? 'warning' : 'note',
        text: `The uplink of ${look.name(upstream)} is shared ${written(ratio)}:1: ${branches.length} devices could do ${all} together, ${rateWords(rate)} passes ${speedWords(linkSpeed(rate))}.`,
        parts: [upstream.id, ...branches.map(({ head }) => head.id)],
        mends: look.isDrawn
          ? [
              ...widerUplink(look, upstream, port, sum),
              // Up to 4:1 is on purpose: taking it apart is no mend.
              ...(isCrowded
                ? [
                    ...movedAway(look, upstream, branches, sum - linkSpeed(rate)),
                    ...widerAndMoved(look, upstream, port, branches),
                  ]
                : []),
            ]
          : [],
      },
    ];
  });
}

function branchesOf(look: Look, upstream: PciFunction): readonly Branch[] {
  return look.family.below(upstream.id).flatMap((port) => {
    if (port.type !== 'downstream') return [];
    const head = look.devices(port.id)[0]?.[0];
    const rate = head ? mostOfLink(look, port, head) : null;
    return head && rate ? [{ head, rate, speed: linkSpeed(rate) }] : [];
  });
}

function widerUplink(
  look: Look,
  upstream: PciFunction,
  port: PciFunction | undefined,
  sum: number,
): readonly Mend[] {
  const wider = port ? widened(look, port, upstream, sum) : null;
  if (!wider || wider.changes.length === 0) return [];
  const title = `Make the uplink of ${look.name(upstream)} ${rateWords(wider.rate)}`;
  return [{ title, changes: wider.changes }];
}

/** Both together, where neither suffices. */
function widerAndMoved(
  look: Look,
  upstream: PciFunction,
  port: PciFunction | undefined,
  branches: readonly Branch[],
): readonly Mend[] {
  const sum = branches.reduce((total, { speed }) => total + speed, 0);
  const wider = port ? widened(look, port, upstream, 0) : null;
  const now = mostOfLink(look, port, upstream);
  if (!wider || !now) return [];
  const speed = linkSpeed(wider.rate);
  // As fast as it is already, or wide enough alone.
  if (speed <= linkSpeed(now) || speed >= sum) return [];
  if (movedAway(look, upstream, branches, sum - linkSpeed(now)).length > 0) return [];
  return movedAway(look, upstream, branches, sum - speed).map(({ title, changes }) => ({
    title: `Make the uplink ${rateWords(wider.rate)} and m${title.slice(1)}`,
    changes: [...wider.changes, ...changes],
  }));
}

/** More than this many at once is another machine, not a mend. */
const MOST_MOVED = 4;

/** Moves the fewest devices to root ports, the fastest first, until the rest fits. */
function movedAway(
  look: Look,
  upstream: PciFunction,
  branches: readonly Branch[],
  excess: number,
): readonly Mend[] {
  const leaving: Branch[] = [];
  let left = excess;
  for (const branch of branches.toSorted((a, b) => b.speed - a.speed)) {
    if (left <= ROUNDING * excess) break;
    leaving.push(branch);
    left -= branch.speed;
  }
  if (left > ROUNDING * excess || leaving.length > MOST_MOVED || leaving.length === branches.length)
    return [];
  const taken = new Set<FunctionId>();
  const host = hostOf(look, upstream);
  const changes = leaving.map(({ head, rate }): Change | null => {
    const port = freeRootPorts(look, rate).find(({ id }) => !taken.has(id));
    if (port) {
      taken.add(port.id);
      return { kind: 'move', device: head.id, to: { kind: 'function', id: port.id } };
    }
    return host && { kind: 'move', device: head.id, to: { kind: 'host', id: host } };
  });
  const known = changes.filter((change) => change !== null);
  const onNewPorts = leaving.filter((_, index) => {
    const change = changes[index];
    return change?.kind === 'move' && change.to.kind === 'host';
  });
  const lanes = onNewPorts.reduce((total, each) => total + each.rate.width, 0);
  const room = host && onNewPorts.length > 0 ? lanesLeft(look, host) : null;
  if (room !== null && lanes > room) return [];
  if (known.length < leaving.length) return [];
  // A host bridge gives the first port that is free: named ports are taken before.
  const [named, others] = [true, false].map((isNamed) =>
    known.filter((change) => change.kind === 'move' && (change.to.kind === 'function') === isNamed),
  );
  const made = [...(named ?? []), ...(others ?? [])];
  const names = listed(leaving.map(({ head }) => look.name(head)));
  const ports = leaving.length === 1 ? 'a root port' : 'root ports';
  return [{ title: `Move ${names} to ${ports}`, changes: made }];
}

function written(ratio: number): string {
  const rounded = Math.round(ratio * 10) / 10;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(1);
}

import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { FoundRegions, OpenRegion } from './findRegions.ts';
import { partName } from './partName.ts';
import { type Claim, isOptional, LEAST_VF, leastOf } from './placeClaims.ts';
import { noRoom } from './placeProblems.ts';
import { spaceOf } from './placeSpace.ts';
import { lengthOf, type Span } from './placeSpans.ts';
import type { AddressTrouble } from './region.ts';
import { sizeText } from './sizeText.ts';

/** What has no address or one that cannot work; BARs without an address first. */
export function addressTroubles(machine: Machine, found: FoundRegions): readonly AddressTrouble[] {
  const troubles: AddressTrouble[] = [];
  const tell = (trouble: AddressTrouble | null) => {
    if (trouble) troubles.push(trouble);
  };
  const open: (readonly OpenRegion[])[] = alike(found);
  for (let level = open.pop(); level; level = open.pop()) {
    let before: OpenRegion | null = null;
    for (const region of level) {
      if (region.isOutside) tell(outside(region, found));
      if (isSkewed(region, found)) tell(misaligned(region, found));
      if (before && clash(before, region)) tell(overlap(before, region, found));
      if (!isUnsure(region) && (!before || region.last > before.last)) before = region;
      if (region.inside.length > 0) open.push(region.inside);
    }
  }
  return [...unplaced(machine, found), ...troubles];
}

/**
 * Memory and ports of host bridges, and of what lies in none, each a level of its own. The latter by
 * host bridge: without its windows, nothing shows how addresses of two compare.
 */
function alike({ regions, tree }: FoundRegions): (readonly OpenRegion[])[] {
  const levels = new Map<string, OpenRegion[]>();
  for (const region of regions) {
    const host = region.owner.kind === 'host' ? '' : tree.hostOf[region.at];
    const key = `${region.owner.kind === 'host'} ${region.kind === 'io'} ${host}`;
    const level = levels.get(key);
    if (level) level.push(region);
    else levels.set(key, [region]);
  }
  return [...levels.values()].reverse();
}

function unplaced(machine: Machine, found: FoundRegions): readonly AddressTrouble[] {
  const { tree } = found;
  return tree.order.flatMap((at) => {
    const fn = tree.functions[at];
    if (!fn) return [];
    const without = (tree.claims[at] ?? []).filter(
      // Firmware leaves out what can be done without, and a dump does not say that it had to.
      (claim) => !hasAddress(fn, claim) && !(machine.origin === 'captured' && isOptional(claim)),
    );
    return without.map((claim): AddressTrouble => {
      const text = textOfUnplaced(machine, found, fn, claim);
      return { function: fn.id, bar: claim.index, kind: 'unplaced', text };
    });
  });
}

function hasAddress(fn: PciFunction, { of, index }: Claim): boolean {
  if (of === 'reserve') return true;
  const { sriov } = fn;
  const bars = of === 'bar' ? fn.bars : sriov === null || sriov === UNKNOWN ? UNKNOWN : sriov.bars;
  return bars !== UNKNOWN && bars.find((bar) => bar.index === index)?.address !== null;
}

function textOfUnplaced(
  machine: Machine,
  { tree, rooms, hostWindows }: FoundRegions,
  fn: PciFunction,
  claim: Claim,
): string {
  const at = tree.hostOf[claim.at] ?? -1;
  const [host, room] = [machine.hostBridges[at], rooms[at]];
  // Why a captured machine's firmware placed nothing, nothing shows.
  if (!host || !room || machine.origin === 'captured') {
    return `BAR ${claim.index} of ${partName(fn)} (${sizeText(claim.size)}) has no address.`;
  }
  const space = spaceOf(tree, claim, room.pool);
  const spans = room.spans[space];
  const used = (hostWindows[at] ?? []).flatMap((window) =>
    window.owner.kind === 'host' ? usedOf(window, window.owner.busOffset, spans) : [],
  );
  return noRoom(fn, claim, host, space, spans, lengthOf(spans) - lengthOf(used)).text;
}

/** What lies right in a host bridge's window, in bus addresses. */
function usedOf({ inside }: OpenRegion, offset: bigint, spans: readonly Span[]): readonly Span[] {
  return inside
    .map(({ first, last }) => ({ start: first + offset, end: last + 1n + offset }))
    .filter((used) => spans.some((span) => span.start <= used.start && used.end <= span.end));
}

function isUnsure({ owner }: OpenRegion): boolean {
  return owner.kind === 'bar' && owner.isSizeUnknown;
}

function clash(before: OpenRegion, region: OpenRegion): boolean {
  const isSameSpace = (before.kind === 'io') === (region.kind === 'io');
  return isSameSpace && !isUnsure(region) && region.first <= before.last;
}

/** BARs are aligned to their size on the bus; windows are as their registers can say. */
function isSkewed(region: OpenRegion, found: FoundRegions): boolean {
  const { owner } = region;
  if (owner.kind !== 'bar' || owner.isSizeUnknown) return false;
  const fn = found.tree.functions[region.at];
  if (!fn) return false;
  const size = (region.last - region.first + 1n) / BigInt(Math.max(1, owner.copies));
  const least = owner.copies > 0 ? LEAST_VF : leastOf(fn, owner.bar);
  const piece = found.rooms[found.tree.hostOf[region.at] ?? -1]?.pieces.find(
    ({ kind, start, end, shift }) =>
      (kind === 'io') === (region.kind === 'io') &&
      start + shift <= region.first &&
      region.last < end + shift,
  );
  return least <= size && (region.first - (piece?.shift ?? 0n)) % size !== 0n;
}

function outside(region: OpenRegion, found: FoundRegions): AddressTrouble | null {
  const above = found.tree.functions[found.tree.above[region.at] ?? -1];
  const windows = above
    ? `windows of ${partName(above)}, which is above it`
    : 'windows of its host bridge';
  return trouble(region, found, 'outside', `lies in none of the ${windows}`);
}

function misaligned(region: OpenRegion, found: FoundRegions): AddressTrouble | null {
  return trouble(region, found, 'misaligned', 'is not aligned to its size');
}

function overlap(
  before: OpenRegion,
  region: OpenRegion,
  found: FoundRegions,
): AddressTrouble | null {
  return trouble(region, found, 'overlaps', `overlaps with ${regionText(before, found, false)}`);
}

function trouble(
  region: OpenRegion,
  found: FoundRegions,
  kind: AddressTrouble['kind'],
  what: string,
): AddressTrouble | null {
  const fn = found.tree.functions[region.at];
  const bar = region.owner.kind === 'bar' ? region.owner.bar : null;
  return fn
    ? { function: fn.id, bar, kind, text: `${regionText(region, found, true)} ${what}.` }
    : null;
}

function regionText(
  { at, owner, first }: OpenRegion,
  found: FoundRegions,
  isFirst: boolean,
): string {
  const fn = found.tree.functions[at];
  const name = fn ? partName(fn) : owner.id;
  const address = `0x${first.toString(16)}`;
  if (owner.kind !== 'bar') return `${isFirst ? 'The' : 'the'} window of ${name} at ${address}`;
  const whose = owner.copies > 0 ? `the virtual functions of ${name}` : name;
  return `BAR ${owner.bar} of ${whose} at ${address}`;
}

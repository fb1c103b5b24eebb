import { hex64Value } from '../base/hex.ts';
import type { Problem } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress } from '../model/address.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar } from '../model/registers.ts';
import { capturedChanges } from './placeChanges.ts';
import type { Claim } from './placeClaims.ts';
import { Held, isHidden } from './placeHeld.ts';
import { placeNewly } from './placeNewly.ts';
import { noRoomAbove, windowsHidden } from './placeProblems.ts';
import type { Span } from './placeSpans.ts';
import { placeTree, type Space, wayDown } from './placeTree.ts';
import type { Settled } from './settled.ts';

/**
 * Finds places for what is new or was moved in a captured machine (see {@link placeNewly}). Everything
 * else keeps its address and windows, whatever they are: how the machine came by them is its firmware's
 * affair. A function counts as moved when it had no number before, or has another than at its capture;
 * what it has is kept where the windows above hold it and nothing else lies there.
 *
 * Left alone: BARs of unknown size, and what is below a bridge that does not show its windows.
 *
 * @param before the machine as it was before it was numbered
 */
export function placeCaptured(machine: Machine, before: Machine): Settled {
  const known = new Map(before.functions.map(({ id, address }) => [id, address]));
  const isMoved = ({ id, address }: PciFunction) =>
    !known.get(id) || address === null || formatAddress(address) !== id;
  if (!machine.functions.some(isMoved)) return { machine, problems: [] };
  const held = new Held(machine, placeTree(machine));
  const open = takeIn(held, machine, isMoved);
  const problems: Problem[] = [];
  for (const claim of open.sort(byNeed)) {
    const fn = held.tree.functions[claim.at];
    if (!fn) continue;
    const hidden = wayDown(held.tree, claim.at)
      .map((at) => held.tree.functions[at])
      .find((bridge) => bridge && isHidden(bridge) && !isMoved(bridge));
    if (hidden || !held.isShown(claim.at)) {
      held.leftAlone.add(claim);
      if (hidden) problems.push(windowsHidden(fn, claim, hidden));
    } else if (!placeNewly(held, claim)) {
      problems.push(noRoomAbove(fn, claim));
    }
  }
  return { machine: capturedChanges(machine, held, isMoved), problems };
}

function byNeed(a: Claim, b: Claim): number {
  if (a.align !== b.align) return a.align > b.align ? -1 : 1;
  return a.at - b.at || a.index - b.index;
}

/** Takes in what is there; gives what needs a place. What was not moved is not asked whether it fits. */
function takeIn(held: Held, machine: Machine, isMoved: (fn: PciFunction) => boolean): Claim[] {
  const { order, functions } = held.tree;
  const isMovedAt = (at: number) => {
    const fn = functions[at];
    return fn !== undefined && isMoved(fn);
  };
  for (const at of order) {
    if (isMovedAt(at)) continue;
    for (const [space, span] of windowsOf(held, at)) held.setWindow(at, space, span);
    for (const { claim, start } of placesOf(held, at)) {
      if (claim) held.claims.set(claim, { start, end: start + claim.size });
      else held.addVague(at, start);
    }
  }
  machine.hostBridges.forEach(({ windows }, host) => {
    if (windows === UNKNOWN) held.noteSeen(host);
  });
  const open: Claim[] = [];
  for (const at of order) {
    if (!isMovedAt(at)) continue;
    for (const [space, span] of windowsOf(held, at)) {
      const spaces: readonly Space[] =
        space === 'prefetchable' ? ['prefetchable', 'memory'] : [space];
      if (held.isGood(at, span, spaces)) held.setWindow(at, space, span);
    }
    const places = placesOf(held, at);
    for (const claim of held.tree.claims[at] ?? []) {
      if (claim.of === 'reserve') continue;
      const start = places.find((place) => place.claim === claim)?.start;
      const span = start === undefined ? null : { start, end: start + claim.size };
      if (span && held.isGood(at, span, spacesOf(claim))) held.claims.set(claim, span);
      else open.push(claim);
    }
    for (const { claim, start } of places) if (!claim) held.addVague(at, start);
  }
  return open;
}

function spacesOf({ isIo, prefetchable }: Claim): readonly Space[] {
  if (isIo) return ['io'];
  return prefetchable ? ['prefetchable', 'memory'] : ['memory'];
}

/** Windows as captured, in bus addresses: some dumps print those, some the CPU's. */
function windowsOf(held: Held, at: number): readonly (readonly [Space, Span])[] {
  const bridge = held.tree.functions[at]?.bridge;
  if (!bridge || bridge === UNKNOWN || bridge.windows === UNKNOWN) return [];
  return bridge.windows.map(({ kind, base, limit }) => {
    const shift = held.windowShift(at, hex64Value(base), kind === 'io');
    return [kind, { start: hex64Value(base) - shift, end: hex64Value(limit) + 1n - shift }];
  });
}

/** Addresses that a function has; without a claim where it is not known how long the BAR is. */
function placesOf(
  held: Held,
  at: number,
): readonly { readonly claim: Claim | null; readonly start: bigint }[] {
  const fn = held.tree.functions[at];
  if (!fn) return [];
  const claims = held.tree.claims[at] ?? [];
  const place = (of: Claim['of']) => (bar: Bar) => {
    if (bar.address === null) return [];
    const claim = claims.find((each) => each.of === of && each.index === bar.index) ?? null;
    if (!claim && bar.kind === 'io') return [];
    return [{ claim, start: held.bus(at, hex64Value(bar.address), bar.kind === 'io') }];
  };
  const { bars, sriov } = fn;
  return [
    ...(bars === UNKNOWN ? [] : bars.flatMap(place('bar'))),
    ...(sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN
      ? []
      : sriov.bars.flatMap(place('vf'))),
  ];
}

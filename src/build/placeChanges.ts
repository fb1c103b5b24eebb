import { type Hex64, hex64, hex64Value } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../model/registers.ts';
import { type Claim, vfCopies } from './placeClaims.ts';
import type { Held } from './placeHeld.ts';
import { partsOf } from './placeResult.ts';
import { SPACES } from './placeTree.ts';

/** The captured machine with what has a new place; everything else as it was, by identity. */
export function capturedChanges(
  machine: Machine,
  held: Held,
  isMoved: (fn: PciFunction) => boolean,
): Machine {
  const { tree } = held;
  const reached = new Set(tree.order);
  const functions = machine.functions.map((fn, at) =>
    reached.has(at) ? changed(fn, at, held, isMoved(fn)) : fn,
  );
  for (const [physical, virtual] of tree.virtual) {
    const owner = functions[physical];
    const shared = owner?.sriov;
    if (!shared || shared === UNKNOWN || shared.bars === UNKNOWN) continue;
    for (const [number, at] of virtual.entries()) {
      const fn = functions[at];
      if (!fn || fn.bars === UNKNOWN) continue;
      if (owner === machine.functions[physical] && !isMoved(fn)) continue;
      functions[at] = withParts(fn, partsOf(shared.bars, number, vfCopies(owner)));
    }
  }
  const isSame = functions.every((fn, at) => fn === machine.functions[at]);
  return isSame ? machine : { ...machine, functions };
}

function changed(fn: PciFunction, at: number, held: Held, isMoved: boolean): PciFunction {
  const { bars, sriov } = fn;
  const claims = held.tree.claims[at] ?? [];
  const put = (of: Claim['of']) => (bar: Bar) => {
    const claim = claims.find((each) => each.of === of && each.index === bar.index);
    const span = claim && held.claims.get(claim);
    if (!claim || held.leftAlone.has(claim) || (!span && !isMoved)) return bar;
    const address = span ? hex64(held.cpu(at, span.start, claim.isIo)) : null;
    return sameAddress(bar.address, address) ? bar : { ...bar, address };
  };
  const result: { -readonly [Key in keyof PciFunction]: PciFunction[Key] } = { ...fn };
  if (bars !== UNKNOWN) result.bars = kept(bars, bars.map(put('bar')));
  if (sriov !== null && sriov !== UNKNOWN && sriov.bars !== UNKNOWN) {
    const list = kept(sriov.bars, sriov.bars.map(put('vf')));
    if (list !== sriov.bars) result.sriov = { ...sriov, bars: list };
  }
  const windows = windowsOf(fn, at, held, isMoved);
  if (windows && fn.bridge !== null && fn.bridge !== UNKNOWN) {
    result.bridge = { ...fn.bridge, windows };
  }
  const isSame =
    result.bars === fn.bars && result.sriov === fn.sriov && result.bridge === fn.bridge;
  return isSame ? fn : result;
}

/** The windows of a bridge if they are not what they were, else `null`. */
function windowsOf(
  { bridge }: PciFunction,
  at: number,
  held: Held,
  isMoved: boolean,
): readonly BridgeWindow[] | null {
  if (bridge === null || bridge === UNKNOWN) return null;
  const now = held.windowsOf(at);
  if (bridge.windows === UNKNOWN && (!isMoved || now.size === 0)) return null;
  const before = bridge.windows === UNKNOWN ? [] : bridge.windows;
  const windows = SPACES.flatMap((kind): BridgeWindow[] => {
    const span = now.get(kind);
    if (!span) return [];
    const shift = held.written(at, span.start, kind === 'io');
    const base = hex64(span.start + shift);
    return [{ kind, base, limit: hex64(span.end - 1n + shift) }];
  });
  const isSame =
    bridge.windows !== UNKNOWN &&
    windows.length === before.length &&
    windows.every(({ kind, base, limit }) =>
      before.some((each) => each.kind === kind && each.base === base && each.limit === limit),
    );
  return isSame ? null : windows;
}

function sameAddress(a: Hex64 | null, b: Hex64 | null): boolean {
  return a === b || (a !== null && b !== null && hex64Value(a) === hex64Value(b));
}

function kept(before: readonly Bar[], after: readonly Bar[]): readonly Bar[] {
  return after.every((bar, at) => bar === before[at]) ? before : after;
}

/** A virtual function's BARs at their part of what all share; those it does not show stay away. */
function withParts(fn: PciFunction, parts: readonly Bar[]): PciFunction {
  if (fn.bars === UNKNOWN) return fn;
  const { bars } = fn;
  if (bars.length === 0) return parts.length === 0 ? fn : { ...fn, bars: parts };
  const after = bars.map((bar) => {
    const part = parts.find(({ index }) => index === bar.index);
    return !part || sameAddress(part.address, bar.address)
      ? bar
      : { ...bar, address: part.address };
  });
  const list = kept(bars, after);
  return list === bars ? fn : { ...fn, bars: list };
}

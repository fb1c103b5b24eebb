import { UNKNOWN } from '../../base/unknown.ts';
import { addressMap } from '../../build/addressMap.ts';
import { applyChanges } from '../../build/applyChanges.ts';
import { canApply } from '../../build/canApply.ts';
import type { Change, Mend } from '../../build/change.ts';
import { placeAddresses } from '../../build/placeAddresses.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import { hostOf } from './hostOf.ts';
import type { Look } from './look.ts';
import { listed, sizeWords } from './words.ts';

/** The expansion ROM, among BARs. */
export const ROM = 6;

/** A BAR that found no room. */
export interface Homeless {
  readonly fn: PciFunction;
  readonly bar: Bar;
}

type Window = 'memory' | 'prefetchable';

const LEAST_WINDOW = 0x10_0000;
/** Each is placed once: sizes double, so that more would be out of all proportion. */
const MOST_TRIES = 6;

/** Ways to find room for these BARs below a host bridge; each was tried, and leaves none without. */
export function roomier(
  look: Look,
  host: HostBridgeId,
  bars: readonly Homeless[],
): readonly Mend[] {
  return [larger(look, host, bars), smaller(look, host, bars)].filter((mend) => mend !== null);
}

/**
 * The smallest windows, by powers of two above what is there, with which placing succeeds: bridges
 * take whole MiB and BARs want alignment, so that the sum of sizes alone says little.
 */
function larger(look: Look, host: HostBridgeId, bars: readonly Homeless[]): Mend | null {
  if (bars.some(({ bar }) => bar.kind === 'io' || bar.index === ROM)) return null;
  const sizes = new Map<Window, number>();
  for (const { bar } of bars) {
    const window = windowOf(bar);
    if (!sizes.has(window)) sizes.set(window, firstSize(look, host, window));
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const changes = [...sizes].map(
      ([window, size]): Change => ({ kind: 'host-window', host, window, size }),
    );
    if (changes.some((change) => canApply(look.machine, change) !== null)) return null;
    const left = leftOut(look, host, changes);
    if (left.length === 0) {
      return { title: `Give ${look.host(host)?.label ?? host} ${inWords(sizes)}`, changes };
    }
    const full = new Set(left.filter((bar) => bar !== null).map(windowOf));
    for (const [window, size] of sizes) if (full.has(window)) sizes.set(window, 2 * size);
    if (![...full].some((window) => sizes.has(window))) return null;
  }
  return null;
}

const windowOf = ({ is64bit, prefetchable }: Bar): Window =>
  prefetchable && is64bit ? 'prefetchable' : 'memory';

/** More than there is, and not less than all BARs take. */
function firstSize(look: Look, id: HostBridgeId, window: Window): number {
  const windows = look.host(id)?.windows ?? UNKNOWN;
  const has = (windows === UNKNOWN ? [] : windows)
    .filter(({ kind }) => kind === window)
    .reduce((sum, { size }) => sum + Number(size), 0);
  const wanted = Math.max(LEAST_WINDOW, has + 1, spaceBelow(look, id, window));
  return 2 ** Math.ceil(Math.log2(wanted));
}

function spaceBelow(look: Look, host: HostBridgeId, window: Window): number {
  let sum = 0;
  for (const fn of look.machine.functions) {
    if (hostOf(look, fn) !== host || fn.bars === UNKNOWN) continue;
    for (const bar of fn.bars) {
      if (bar.kind !== 'io' && bar.size !== UNKNOWN && windowOf(bar) === window) sum += bar.size;
    }
  }
  return sum;
}

function inWords(sizes: ReadonlyMap<Window, number>): string {
  const words = [...sizes].map(
    ([window, size]) =>
      `${sizeWords(size)} of ${window === 'memory' ? 'memory below 4 GiB' : 'prefetchable memory'}`,
  );
  return words.join(' and ');
}

/** Each BAR at the least size that it offers, where that is less. */
function smaller(look: Look, host: HostBridgeId, bars: readonly Homeless[]): Mend | null {
  const changes = bars.map(({ fn, bar }): Change | null => {
    if (bar.resizableTo === null || bar.resizableTo === UNKNOWN || bar.size === UNKNOWN)
      return null;
    const least = Math.min(...bar.resizableTo);
    if (least >= bar.size) return null;
    return { kind: 'resize-bar', function: fn.id, bar: bar.index, size: least };
  });
  const known = changes.filter((change) => change !== null);
  if (known.length === 0 || known.length < changes.length) return null;
  if (leftOut(look, host, known).length > 0) return null;
  const names = listed([...new Set(bars.map(({ fn }) => look.name(fn)))]);
  return { title: `Make the BARs of ${names} as small as they can be`, changes: known };
}

/** What would still be without an address below the host bridge; `null` for a BAR of virtual functions. */
function leftOut(
  look: Look,
  host: HostBridgeId,
  changes: readonly Change[],
): readonly (Bar | null)[] {
  const { machine } = placeAddresses(applyChanges(look.machine, changes), look.machine);
  return unplacedBelow(look, machine, host).map(({ bar }) => bar);
}

function unplacedBelow(
  look: Look,
  machine: Machine,
  host: HostBridgeId,
): readonly { readonly bar: Bar | null }[] {
  return addressMap(machine).troubles.flatMap(({ function: id, bar: index, kind }) => {
    const fn = look.family.byId.get(id);
    if (kind !== 'unplaced' || index === ROM || !fn || !look.isNumbered(fn)) return [];
    if (hostOf(look, fn) !== host) return [];
    const bar = fn.bars === UNKNOWN ? undefined : fn.bars.find((each) => each.index === index);
    return [{ bar: bar ?? null }];
  });
}

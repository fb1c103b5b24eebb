import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';

/** Two statements about one BAR that cannot both be true. */
export interface BarConflict {
  readonly index: number;
  readonly earlier: string;
  readonly later: string;
}

export interface MergedBars {
  readonly bars: readonly Bar[];
  readonly conflicts: readonly BarConflict[];
}

function show(bar: Bar): string {
  const width = bar.is64bit ? '64-bit ' : '';
  const prefetch = bar.prefetchable ? 'prefetchable ' : '';
  return `${width}${prefetch}${bar.kind} at ${bar.address ?? 'no address'}`;
}

/** A region without an address is one that the kernel did not assign: no contradiction. */
function agree(a: Bar, b: Bar, bIsHex: boolean): boolean {
  if (a.kind !== b.kind || a.is64bit !== b.is64bit) return false;
  // lspci does not say whether an expansion ROM is prefetchable.
  if (a.index < 6 && a.prefetchable !== b.prefetchable) return false;
  // Words have the CPU's address, the register the one on the bus: host bridges may translate, and
  // the expansion ROM of a display may be a copy at c0000.
  return bIsHex || a.address === null || b.address === null || a.address === b.address;
}

/**
 * Puts two lists of BARs together by index. Addresses are those of the CPU's side where words give
 * them: the registers hold bus addresses, which differ on some hosts. Sizes come from words alone.
 */
export function mergeBars(
  earlier: readonly Bar[],
  later: readonly Bar[],
  laterIsHex: boolean,
): MergedBars {
  const byIndex = new Map(earlier.map((bar) => [bar.index, bar]));
  const conflicts: BarConflict[] = [];
  for (const bar of later) {
    const before = byIndex.get(bar.index);
    if (!before) {
      byIndex.set(bar.index, bar);
      continue;
    }
    const same = agree(before, bar, laterIsHex);
    if (!same) {
      conflicts.push({ index: bar.index, earlier: show(before), later: show(bar) });
    }
    const keepsAddress = same && (laterIsHex || bar.address === null);
    byIndex.set(bar.index, {
      ...bar,
      prefetchable: bar.prefetchable || (same && before.prefetchable),
      address: keepsAddress ? before.address : bar.address,
      size: bar.size === UNKNOWN && same ? before.size : bar.size,
    });
  }
  return {
    bars: [...byIndex.values()].sort((a, b) => a.index - b.index),
    conflicts,
  };
}

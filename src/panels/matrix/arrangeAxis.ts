import { compareAddresses } from '../../model/address.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import { KIND_ORDER } from './kinds.ts';
import type { Listed } from './listFunctions.ts';

export type AxisOrder = 'kind' | 'address';

/** Which functions are rows, or columns. */
export interface AxisFilter {
  readonly kinds: ReadonlySet<DeviceKind>;
  /** Words that each must occur in the address or the name. */
  readonly search: string;
}

/** Neighbours of one kind. */
export interface Run {
  readonly kind: DeviceKind;
  readonly begin: number;
  readonly end: number;
  /** How many runs, and so gaps, come before it. */
  readonly before: number;
}

/** Rows from top to bottom, or columns from left to right. */
export interface Axis {
  readonly items: readonly Listed[];
  readonly runs: readonly Run[];
  /** Places at which a run begins, but for the first: there is a gap before them. */
  readonly gaps: ReadonlySet<number>;
}

export function arrangeAxis(listed: readonly Listed[], filter: AxisFilter, order: AxisOrder): Axis {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const items = listed
    .filter(
      ({ kind, searched }) =>
        filter.kinds.has(kind) && words.every((word) => searched.includes(word)),
    )
    .sort((a, b) => (order === 'kind' ? byKind(a, b) : 0) || byAddress(a, b));
  const runs = runsOf(items);
  return { items, runs, gaps: new Set(runs.slice(1).map(({ begin }) => begin)) };
}

function byKind(a: Listed, b: Listed): number {
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
}

function byAddress(a: Listed, b: Listed): number {
  if (a.address && b.address) return compareAddresses(a.address, b.address) || a.place - b.place;
  if (a.address || b.address) return a.address ? -1 : 1; // not numbered yet: at the end
  return a.place - b.place;
}

function runsOf(items: readonly Listed[]): readonly Run[] {
  const runs: Run[] = [];
  let begin = 0;
  for (const [index, { kind }] of items.entries()) {
    if (items[index + 1]?.kind === kind) continue;
    runs.push({ kind, begin, end: index + 1, before: runs.length });
    begin = index + 1;
  }
  return runs;
}

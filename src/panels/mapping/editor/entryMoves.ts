import type { ScatterlistEntry } from '../../../model/workload.ts';

/** Entries after a change, and where those are now that it was made on. */
export interface Moved {
  readonly entries: readonly ScatterlistEntry[];
  readonly chosen: readonly number[];
}

const inOrder = (chosen: Iterable<number>): readonly number[] => [...chosen].sort((a, b) => a - b);

/** The chosen ones one place up (-1) or down (1), together; `null` where they stand at the end. */
export function moved(
  entries: readonly ScatterlistEntry[],
  chosen: Iterable<number>,
  by: -1 | 1,
): Moved | null {
  const places = inOrder(chosen);
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  if (by < 0 ? first === 0 : last === entries.length - 1) return null;
  const next = [...entries];
  for (const at of by < 0 ? places : places.toReversed()) {
    const [one, other] = [next[at], next[at + by]];
    if (!one || !other) return null;
    next[at] = other;
    next[at + by] = one;
  }
  return { entries: next, chosen: places.map((at) => at + by) };
}

/** Copies of the chosen ones behind the last of them. */
export function duplicated(
  entries: readonly ScatterlistEntry[],
  chosen: Iterable<number>,
): Moved | null {
  const places = inOrder(chosen);
  const last = places.at(-1);
  if (last === undefined) return null;
  const copies = places.flatMap((at) => entries[at] ?? []);
  return inserted(entries, last + 1, copies);
}

export function inserted(
  entries: readonly ScatterlistEntry[],
  at: number,
  more: readonly ScatterlistEntry[],
): Moved {
  return {
    entries: [...entries.slice(0, at), ...more, ...entries.slice(at)],
    chosen: more.map((_, index) => at + index),
  };
}

/** Without the chosen ones; what comes in their place is chosen. */
export function removed(
  entries: readonly ScatterlistEntry[],
  chosen: Iterable<number>,
): Moved | null {
  const places = inOrder(chosen);
  const [first] = places;
  if (first === undefined) return null;
  const gone = new Set(places);
  const next = entries.filter((_, at) => !gone.has(at));
  return { entries: next, chosen: next.length === 0 ? [] : [Math.min(first, next.length - 1)] };
}

/** Several are a range or single ones; `anchor` is where the range began. */
export interface Selection {
  readonly chosen: ReadonlySet<number>;
  /** The row that keys act from. */
  readonly at: number;
  readonly anchor: number;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), at: 0, anchor: 0 };

/** A row is gone to: alone, in a range from the anchor, or beside what is chosen. */
export function chosenBy(
  before: Selection,
  at: number,
  how: 'alone' | 'range' | 'toggle' | 'keep',
): Selection {
  if (how === 'range') {
    const [low, high] = [Math.min(before.anchor, at), Math.max(before.anchor, at)];
    const chosen = new Set(Array.from({ length: high - low + 1 }, (_, index) => low + index));
    return { chosen, at, anchor: before.anchor };
  }
  if (how === 'toggle') {
    const chosen = new Set(before.chosen);
    if (!chosen.delete(at)) chosen.add(at);
    return { chosen, at, anchor: at };
  }
  if (how === 'keep') return { ...before, at, anchor: at };
  return { chosen: new Set([at]), at, anchor: at };
}

/** After the entries changed elsewhere (undo, text): what is no longer there is not chosen. */
export function chosenWithin(selection: Selection, count: number): Selection {
  const last = Math.max(0, count - 1);
  const isWithin = selection.at <= last && [...selection.chosen].every((at) => at < count);
  if (isWithin) return selection;
  const chosen = new Set([...selection.chosen].filter((at) => at < count));
  return { chosen, at: Math.min(selection.at, last), anchor: Math.min(selection.anchor, last) };
}

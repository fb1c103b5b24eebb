import type { MappingShown, ShownEntry, ShownOutput } from './mappingShown.ts';

/** A block of the first column: an entry, or a run of like ones that is drawn as one. */
export interface EntryItem {
  readonly first: number;
  readonly count: number;
}

/** An output with its entries, or entries alone where nothing was mapped. */
export interface MappingUnit {
  /** `null`: there is none for these entries. */
  readonly output: number | null;
  /** More than one: like outputs, drawn as one. */
  readonly outputs: number;
  /** Of different kinds: only counted. */
  readonly isMixed: boolean;
  readonly items: readonly EntryItem[];
}

/** Lists up to here are drawn whole. */
export const MOST_ENTRIES = 24;
/** Beyond these, the middle of what is left is only counted. */
const MOST_UNITS = 64;
const MOST_ITEMS = 24;

/** The list in the blocks that are drawn; in order, every entry in one of them. */
export function mappingUnits(shown: MappingShown): readonly MappingUnit[] {
  const { entries, mapping } = shown;
  const isShort = entries.length <= MOST_ENTRIES;
  const units: MappingUnit[] = [];
  const alone = (first: number, end: number) => {
    for (const item of isShort ? singles(first, end) : joinLike(entries, first, end)) {
      units.push({ output: null, outputs: 1, isMixed: false, items: [item] });
    }
  };
  let next = 0;
  mapping.outputs.forEach((output, index) => {
    if (output.first > next) alone(next, output.first);
    const end = output.first + output.count;
    const items = isShort ? singles(output.first, end) : joinLike(entries, output.first, end);
    units.push({ output: index, outputs: 1, isMixed: false, items });
    next = end;
  });
  if (next < entries.length) alone(next, entries.length);
  if (isShort) return units;
  return cutMiddle(joinUnits(units, mapping.outputs, entries));
}

function singles(first: number, end: number): readonly EntryItem[] {
  return Array.from({ length: end - first }, (_, at) => ({ first: first + at, count: 1 }));
}

/** The first and the last of a run stay; what is alike between them is one block. */
function joinLike(
  entries: readonly ShownEntry[],
  first: number,
  end: number,
): readonly EntryItem[] {
  const items: EntryItem[] = [];
  for (let from = first; from < end; ) {
    let to = from + 1;
    while (to < end && isLike(entries[from], entries[to])) to++;
    if (to - from > 3) {
      items.push({ first: from, count: 1 }, { first: from + 1, count: to - from - 2 });
      items.push({ first: to - 1, count: 1 });
    } else items.push(...singles(from, to));
    from = to;
  }
  if (items.length <= MOST_ITEMS) return items;
  const head = items.slice(0, MOST_ITEMS / 2);
  const tail = items.slice(-MOST_ITEMS / 2);
  const from = endOf(head);
  return [...head, { first: from, count: (tail[0]?.first ?? from) - from }, ...tail];
}

function endOf(items: readonly EntryItem[]): number {
  const last = items.at(-1);
  return last ? last.first + last.count : 0;
}

function isLike(a: ShownEntry | undefined, b: ShownEntry | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.provider === b.provider &&
    a.mapType === b.mapType &&
    a.length === b.length
  );
}

function joinUnits(
  units: readonly MappingUnit[],
  outputs: readonly ShownOutput[],
  entries: readonly ShownEntry[],
): readonly MappingUnit[] {
  const kept: MappingUnit[] = [];
  for (let from = 0; from < units.length; ) {
    let to = from + 1;
    while (to < units.length && isLikeUnit(units[from], units[to], outputs, entries)) to++;
    if (to - from > 3) {
      kept.push(...units.slice(from, from + 1), merged(units.slice(from + 1, to - 1), false));
      kept.push(...units.slice(to - 1, to));
    } else kept.push(...units.slice(from, to));
    from = to;
  }
  return kept;
}

function isLikeUnit(
  a: MappingUnit | undefined,
  b: MappingUnit | undefined,
  outputs: readonly ShownOutput[],
  entries: readonly ShownEntry[],
): boolean {
  const [one, other] = [outputs[a?.output ?? -1], outputs[b?.output ?? -1]];
  if (!one || !other) return false;
  // The first output has no reason; that alone makes no difference to its looks.
  const isFirst = one.why === 'first';
  return (
    one.space === other.space &&
    one.length === other.length &&
    one.count === other.count &&
    (isFirst || one.why === other.why) &&
    one.defects.join() === other.defects.join() &&
    (one.address === null) === (other.address === null) &&
    isLike(entries[one.first], entries[other.first])
  );
}

function merged(units: readonly MappingUnit[], isMixed: boolean): MappingUnit {
  const first = units[0]?.items[0]?.first ?? 0;
  const items = [{ first, count: endOf(units.at(-1)?.items ?? []) - first }];
  const outputs = units.reduce((sum, unit) => sum + (unit.output === null ? 0 : unit.outputs), 0);
  const output = units.find((unit) => unit.output !== null)?.output ?? null;
  return { output, outputs, isMixed, items };
}

function cutMiddle(units: readonly MappingUnit[]): readonly MappingUnit[] {
  if (units.length <= MOST_UNITS) return units;
  const half = MOST_UNITS / 2;
  return [...units.slice(0, half), merged(units.slice(half, -half), true), ...units.slice(-half)];
}

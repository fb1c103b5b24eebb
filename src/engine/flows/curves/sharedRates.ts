/** With so many others every size is computed; with more, those where the packets change. */
const FEW = 4;
const MANY = 16;

/** Sizes at which a flow among others is computed, by how many they are: each costs a whole solution. */
export function anchorSizes(
  sizes: readonly number[],
  maxPayload: number,
  maxReadRequest: number,
  others: number,
): ReadonlySet<number> {
  if (others <= FEW) return new Set(sizes);
  const full = [maxPayload, maxReadRequest];
  const teeth = new Set(full.flatMap((size) => [size, size + 1]));
  const isRough = others > MANY;
  return new Set(
    sizes.filter((size, index) => {
      const isEnd = index === 0 || index === sizes.length - 1;
      const isPower = Number.isInteger(Math.log2(size) / (isRough ? 3 : 1));
      return isEnd || teeth.has(size) || isPower;
    }),
  );
}

/** Between those, the part of what the flow gets alone changes evenly from one to the next. */
export function filledIn(
  sizes: readonly number[],
  alone: readonly number[],
  computed: ReadonlyMap<number, number>,
): readonly number[] {
  const parts = sizes.map((size, index) => {
    const shared = computed.get(size);
    const own = alone[index] ?? 0;
    return shared === undefined ? null : own > 0 ? shared / own : 1;
  });
  return sizes.map((size, index) => {
    const shared = computed.get(size);
    if (shared !== undefined) return shared;
    const before = lastKnown(parts, index, -1);
    const after = lastKnown(parts, index, 1);
    const [from, to] = [before ?? after, after ?? before];
    if (from === null || to === null) return alone[index] ?? 0;
    const way = Math.log(sizes[to.at] ?? 1) - Math.log(sizes[from.at] ?? 1);
    const done = way > 0 ? (Math.log(size) - Math.log(sizes[from.at] ?? 1)) / way : 0;
    return (alone[index] ?? 0) * (from.part + done * (to.part - from.part));
  });
}

function lastKnown(parts: readonly (number | null)[], start: number, step: 1 | -1) {
  for (let at = start + step; at >= 0 && at < parts.length; at += step) {
    const part = parts[at] ?? null;
    if (part !== null) return { at, part };
  }
  return null;
}

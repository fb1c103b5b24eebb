import {
  alignDown,
  alignUp,
  FreeSpace,
  lengthOf,
  powerOfTwo,
  type Span,
  without,
} from './placeSpans.ts';

/** How much of a space a host bridge needs in one piece, and at which alignment. */
export interface Need {
  readonly size: bigint;
  readonly align: bigint;
}

interface Rules {
  /** Shares are a whole number of these; what is not shared gets at least one. */
  readonly portion: bigint;
  /** Is all of it divided among those who ask, or does each get what it needs and more? */
  readonly isShared: boolean;
}

/** Divides free space among host bridges, in their order; `null` for whom nothing is left. */
export function shareOut(
  free: readonly Span[],
  needs: readonly Need[],
  { portion, isShared }: Rules,
): readonly (Span | null)[] {
  const sizes = isShared
    ? equalShares(lengthOf(free), needs, portion)
    : needs.map(({ size }) => powerOfTwo(max(size + size / 4n, portion)));
  const aligns = needs.map(({ align }, at) =>
    isShared ? max(align, portion) : (sizes[at] ?? portion),
  );
  const inOrder = hand(free, sizes, aligns, [...needs.keys()]);
  if (!inOrder.includes(null)) return inOrder;
  // Who needs something first, and the largest alignments, which lose least; then only what is needed.
  const order = [...needs.keys()].sort((a, b) => {
    const [one, other] = [needs[a]?.size ?? 0n, needs[b]?.size ?? 0n];
    return Number(other > 0n) - Number(one > 0n) || compare(aligns[b] ?? 0n, aligns[a] ?? 0n);
  });
  const byAlignment = hand(free, sizes, aligns, order);
  if (!byAlignment.includes(null)) return byAlignment;
  const least = needs.map(({ size }) => alignUp(max(size, 1n), portion));
  const bare = needs.map(({ align }) => max(align, portion));
  return withLeftovers(free, hand(free, least, bare, order), order);
}

function hand(
  free: readonly Span[],
  sizes: readonly bigint[],
  aligns: readonly bigint[],
  order: readonly number[],
): readonly (Span | null)[] {
  const space = new FreeSpace(free);
  const spans: (Span | null)[] = sizes.map(() => null);
  for (const at of order) {
    const [size, align] = [sizes[at] ?? 0n, aligns[at] ?? 1n];
    const start = size > 0n ? space.take(size, align) : null;
    spans[at] = start === null ? null : { start, end: start + size };
  }
  return spans;
}

/** Who went away empty gets the largest piece that is left. */
function withLeftovers(
  free: readonly Span[],
  spans: readonly (Span | null)[],
  order: readonly number[],
): readonly (Span | null)[] {
  const all = [...spans];
  for (const at of order) {
    if (all[at] !== null) continue;
    const left = without(
      free,
      all.filter((span) => span !== null),
    );
    all[at] = left.reduce<Span | null>(
      (most, span) => (most && lengthOf([most]) >= lengthOf([span]) ? most : span),
      null,
    );
  }
  return all;
}

/** Equal shares; who needs more gets that, and the others divide the rest. */
function equalShares(total: bigint, needs: readonly Need[], portion: bigint): readonly bigint[] {
  const sizes = needs.map(({ size }) => alignUp(size, portion));
  const isFixed = needs.map(() => false);
  for (;;) {
    const rest = sizes.reduce((left, size, at) => (isFixed[at] ? left - size : left), total);
    const open = isFixed.filter((fixed) => !fixed).length;
    if (open === 0) return sizes;
    const share = alignDown(max(rest, 0n) / BigInt(open), portion);
    const more = sizes.findIndex((size, at) => !isFixed[at] && size > share);
    if (more < 0) return sizes.map((size, at) => (isFixed[at] ? size : share));
    isFixed[more] = true;
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

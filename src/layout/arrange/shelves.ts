import type { Extent } from './knot.ts';

export interface Gaps {
  /** Between what stands side by side. */
  readonly between: number;
  /** From one shelf to the next. */
  readonly shelf: number;
}

interface Packing {
  readonly places: readonly Extent[];
  readonly size: Extent;
}

/** At most so many widths are tried. */
const TRIES = 48;

/**
 * Puts groups of boxes on shelves: what belongs to one group stays together, and the groups are
 * shelved like boxes. The same groups give the same places.
 */
export function shelveGroups(
  groups: readonly (readonly Extent[])[],
  gap: Gaps,
  shape: number,
): readonly Extent[] {
  const [only] = groups;
  if (only && groups.length === 1) return shelve(only, gap, shape).places;
  const count = groups.length;
  let best: { readonly places: readonly Extent[]; readonly badness: number } | null = null;
  // Groups side by side are to be narrow, one above another wide.
  for (const factor of [1, count, 1 / count, Math.sqrt(count), 1 / Math.sqrt(count)]) {
    const packed = groups.map((group) => shelve(group, gap, shape * factor));
    const outer = shelve(
      packed.map(({ size }) => size),
      { ...gap, between: 2 * gap.between },
      shape,
    );
    const places = packed.flatMap((packing, index) => {
      const at = outer.places[index] ?? { u: 0, v: 0 };
      return packing.places.map((place) => ({ u: place.u + at.u, v: place.v + at.v }));
    });
    const found = { places, badness: badness(outer.size, shape) };
    if (best === null || found.badness < best.badness) best = found;
  }
  return best?.places ?? [];
}

/**
 * Puts boxes of any size on shelves, in their order: side by side, short ones one below another, a
 * new shelf where the drawing would become too wide for `shape` (u to v).
 */
function shelve(boxes: readonly Extent[], gap: Gaps, shape: number): Packing {
  let best = pack(boxes, gap, Number.POSITIVE_INFINITY);
  const step = Math.max(1, Math.ceil(boxes.length / TRIES));
  for (let count = boxes.length - 1; count >= 1; count -= step) {
    const limit = boxes
      .slice(0, count)
      .reduce((total, box) => total + box.u + gap.between, -gap.between);
    const packing = pack(boxes, gap, limit);
    if (badness(packing.size, shape) < badness(best.size, shape)) best = packing;
  }
  return best;
}

/** How far from the wished-for shape; too wide is as bad as too high. */
function badness({ u, v }: Extent, shape: number): number {
  return u === 0 || v === 0 ? 0 : Math.abs(Math.log(u / v / shape));
}

function pack(boxes: readonly Extent[], gap: Gaps, limit: number): Packing {
  const places: Extent[] = [];
  let v = 0;
  let across = 0;
  let index = 0;
  while (index < boxes.length) {
    const shelf = fillShelf(boxes, index, gap, limit);
    for (const place of shelf.places) places.push({ u: place.u, v: place.v + v });
    index += shelf.places.length;
    across = Math.max(across, shelf.size.u);
    v += shelf.size.v + gap.shelf;
  }
  return { places, size: { u: across, v: Math.max(0, v - gap.shelf) } };
}

/** One shelf from the box at `start`: columns of boxes, as high as its highest. */
function fillShelf(boxes: readonly Extent[], start: number, gap: Gaps, limit: number): Packing {
  let best = columns(boxes.slice(start, start + 1), gap);
  for (let count = 2; start + count <= boxes.length; count++) {
    const next = columns(boxes.slice(start, start + count), gap);
    if (next.size.u > limit) break;
    best = next;
  }
  return best;
}

function columns(boxes: readonly Extent[], gap: Gaps): Packing {
  const high = Math.max(0, ...boxes.map((box) => box.v));
  const places: Extent[] = [];
  let u = 0;
  let width = 0;
  let filled = 0;
  for (const box of boxes) {
    const isBelow = filled > 0 && filled + gap.between + box.v <= high;
    if (!isBelow && filled > 0) {
      u += width + gap.between;
      width = 0;
      filled = 0;
    }
    const v = isBelow ? filled + gap.between : 0;
    places.push({ u, v });
    width = Math.max(width, box.u);
    filled = v + box.v;
  }
  return { places, size: { u: u + width, v: high } };
}

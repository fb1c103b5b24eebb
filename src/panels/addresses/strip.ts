import type { Region } from '../../build/addressMap.ts';
import { keyOf, sizeOf } from './addressRows.ts';

/*
 * Address space drawn to be read: everything keeps its order and nesting, but widths grow with the
 * logarithm of sizes, since a window of a terabyte and a register block of 16 KiB share a line.
 */

/** A box of the drawing, in pixels from its left edge; `level` counts rows from the top. */
export interface Box {
  readonly key: string;
  readonly region: Region;
  readonly level: number;
  readonly left: number;
  readonly width: number;
  /** Many BARs in it are not drawn one by one. */
  readonly hidden: number;
}

/** Free space between two boxes. */
export interface Gap {
  readonly first: bigint;
  readonly last: bigint;
  readonly level: number;
  readonly left: number;
  readonly width: number;
  /** Between regions of which it is not known what lies between: not free, only not shown. */
  readonly isUnknown: boolean;
}

export interface Strip {
  readonly boxes: readonly Box[];
  readonly gaps: readonly Gap[];
  readonly width: number;
  readonly levels: number;
}

/** Beyond this many leaves, the deepest levels are folded into the windows that hold them. */
const MOST_LEAVES = 300;
const LEAST_LEAF = 7;

/**
 * Lays out neighbouring regions of one level with everything inside.
 *
 * @param width pixels to fill; more is used where boxes would get too narrow
 */
export function layOutStrip(regions: readonly Region[], width: number): Strip {
  const depth = drawnDepth(regions);
  const wish = levelWish(regions, null, 0, depth);
  const leaves = countLeaves(regions, 0, depth);
  const scale = Math.max(width, leaves * LEAST_LEAF) / Math.max(1, wish);
  const boxes: Box[] = [];
  const gaps: Gap[] = [];
  let levels = 0;
  const draw = (list: readonly Region[], holder: Region | null, level: number, from: number) => {
    levels = Math.max(levels, level + 1);
    let left = from;
    let next = holder?.first ?? list[0]?.first ?? 0n;
    const gap = (last: bigint) => {
      if (last < next) return;
      const gapWidth = gapWish(last - next + 1n) * scale;
      gaps.push({ first: next, last, level, left, width: gapWidth, isUnknown: holder === null });
      left += gapWidth;
    };
    for (const region of list) {
      gap(region.first - 1n);
      const boxWidth = regionWish(region, level, depth) * scale;
      const isFolded = level >= depth && region.inside.length > 0;
      const hidden = isFolded ? countAll(region.inside) : 0;
      boxes.push({ key: keyOf(region), region, level, left, width: boxWidth, hidden });
      if (!isFolded && region.inside.length > 0) draw(region.inside, region, level + 1, left);
      left += boxWidth;
      if (region.last + 1n > next) next = region.last + 1n;
    }
    if (holder) gap(holder.last);
  };
  draw(regions, null, 0, 0);
  return { boxes, gaps, width: wish * scale, levels };
}

/** How wide something wants to be, before all is scaled to the room there is. */
function regionWish(region: Region, level: number, depth: number): number {
  if (level >= depth || region.inside.length === 0) return leafWish(sizeOf(region));
  return levelWish(region.inside, region, level + 1, depth);
}

function levelWish(
  regions: readonly Region[],
  holder: Region | null,
  level: number,
  depth: number,
): number {
  let sum = 0;
  let next = holder?.first ?? regions[0]?.first ?? 0n;
  for (const region of regions) {
    if (region.first > next) sum += gapWish(region.first - next);
    sum += regionWish(region, level, depth);
    if (region.last + 1n > next) next = region.last + 1n;
  }
  if (holder && holder.last >= next) sum += gapWish(holder.last - next + 1n);
  return sum;
}

function leafWish(size: bigint): number {
  return 24 + 4 * stepsOf(size);
}

function gapWish(size: bigint): number {
  return 8 + 2 * stepsOf(size);
}

/** Doublings beyond 4 KiB. */
function stepsOf(size: bigint): number {
  return Math.max(0, size.toString(2).length - 13);
}

function drawnDepth(regions: readonly Region[]): number {
  let depth = 16;
  while (depth > 0 && countLeaves(regions, 0, depth) > MOST_LEAVES) depth--;
  return depth;
}

function countLeaves(regions: readonly Region[], level: number, depth: number): number {
  return regions.reduce(
    (sum, { inside }) =>
      sum + (level >= depth || inside.length === 0 ? 1 : countLeaves(inside, level + 1, depth)),
    0,
  );
}

function countAll(regions: readonly Region[]): number {
  return regions.reduce((sum, { inside }) => sum + 1 + countAll(inside), 0);
}

import type { Measured } from './arrange/cell.ts';
import type { Area, Extent } from './arrange/knot.ts';
import type { Pace } from './arrange/pace.ts';
import { type Gaps, type Seats, shelveGroups } from './arrange/shelves.ts';
import { METRICS } from './metrics.ts';

/** Root complexes that stand together: the hosts of a socket, or one by itself. */
export interface Tower<What, Name> {
  /** Among all towers: by it, it finds the seat that it had. */
  readonly name: string;
  /** `null`: no frame around it. */
  readonly frame: Name | null;
  /** NUMA node; towers of one node stay together. `null`: with the tower before. */
  readonly node: number | null;
  readonly shift: Extent;
  /** Room that a frame's head takes beyond its caption, when the frame is so wide. */
  readonly headOf?: (width: number) => number;
  readonly trees: readonly Measured<What>[];
}

export interface PlacedTree<What> {
  readonly tree: Measured<What>;
  readonly at: Extent;
}

export interface PlacedTowers<What, Name> {
  readonly frames: readonly { readonly name: Name; readonly area: Area }[];
  readonly trees: readonly PlacedTree<What>[];
  readonly seats: ReadonlyMap<string, Seats>;
}

/** Width to height that a drawing tends to: with panels beside and below it, a sheet is wide. */
const SHAPE = 2.3;
/** A frame in which there is nothing yet still says what it is. */
const LEAST_WIDE = 200;
/** The caption of a socket's frame. */
const CAPTION = 32;

/** Puts towers side by side, or on shelves where the drawing would become too wide. */
export function placeTowers<What, Name>(
  towers: readonly Tower<What, Name>[],
  pace: Pace,
  gaps: Gaps,
  former: ReadonlyMap<string, Seats>,
): PlacedTowers<What, Name> {
  const built = towers.map((tower) => buildTower(tower, pace));
  const shape = pace.direction === 'down' ? SHAPE : 1 / SHAPE;
  const groups: Extent[][] = [];
  const had: (Seats | null)[][] = [];
  let node: number | null = null;
  built.forEach(({ size }, index) => {
    const own = towers[index]?.node ?? null;
    const isNew = groups.length === 0 || (own !== null && node !== null && own !== node);
    if (isNew) {
      groups.push([]);
      had.push([]);
    }
    groups.at(-1)?.push(size);
    had.at(-1)?.push(former.get(towers[index]?.name ?? '') ?? null);
    node = own ?? node;
  });
  const { places, seats } = shelveGroups(groups, gaps, shape, had);
  const frames: { name: Name; area: Area }[] = [];
  const trees: PlacedTree<What>[] = [];
  built.forEach((one, index) => {
    const place = places[index];
    const shift = towers[index]?.shift;
    if (!place || !shift) return;
    const at = { u: place.u + shift.u, v: place.v + shift.v };
    if (one.frame) {
      const { area, name } = one.frame;
      frames.push({ name, area: { ...area, u: area.u + at.u, v: area.v + at.v } });
    }
    for (const { tree, at: own } of one.trees) {
      trees.push({ tree, at: { u: own.u + at.u, v: own.v + at.v } });
    }
  });
  const named = towers.flatMap(({ name }, index): [string, Seats][] => {
    const own = seats[index];
    return own ? [[name, own]] : [];
  });
  return { frames, trees, seats: new Map(named) };
}

interface Built<What, Name> {
  readonly size: Extent;
  readonly frame: { readonly name: Name; readonly area: Area } | null;
  readonly trees: readonly PlacedTree<What>[];
}

function buildTower<What, Name>(tower: Tower<What, Name>, pace: Pace): Built<What, Name> {
  const { frame } = tower;
  if (frame === null) {
    const [tree] = tower.trees;
    return tree
      ? { size: sizeOf(tree), frame: null, trees: [{ tree, at: { u: 0, v: 0 } }] }
      : { size: { u: 0, v: 0 }, frame: null, trees: [] };
  }
  const { pad } = METRICS.frame;
  const deep = Math.max(0, ...tower.trees.map((tree) => tree.box.v));
  // Where a frame's content begins: its head is at the top of the sheet, whatever grows where.
  const isDown = pace.direction === 'down';
  const headOf = tower.headOf ?? (() => 0);
  const placed: PlacedTree<What>[] = [];
  const between = METRICS.gap.tower / 2;
  let u = isDown ? pad : CAPTION + headOf(Math.max(deep + 2 * pad, LEAST_WIDE));
  let width = 0;
  let filled = 0;
  for (const tree of tower.trees) {
    const isIdle = tree.cells.every((cell) => cell.along === 0);
    const isBelow = isIdle && filled > 0 && filled + between + tree.box.v <= deep;
    if (!isBelow && width > 0) {
      u += width + between;
      width = 0;
    }
    const v = isBelow ? filled + between : 0;
    // Frames reach down to one line, so that all ports of a socket stand on it.
    const grown = isIdle ? tree : deepened(tree, deep);
    placed.push({ tree: grown, at: { u, v } });
    width = Math.max(width, tree.across);
    filled = isIdle ? v + tree.box.v : deep;
  }
  const across = Math.max(u + width + pad, isDown ? LEAST_WIDE : 0);
  const head = isDown ? CAPTION + headOf(across) : pad;
  const trees = placed.map(({ tree, at }) => ({ tree, at: { u: at.u, v: at.v + head } }));
  const along = Math.max(0, ...tower.trees.map((tree) => tree.along + deep - tree.box.v));
  const area = { u: 0, v: 0, du: across, dv: Math.max(head + deep + pad, isDown ? 0 : LEAST_WIDE) };
  const size = { u: across, v: Math.max(area.dv, head + along) };
  return { size, frame: { name: frame, area }, trees };
}

const sizeOf = <What>(tree: Measured<What>): Extent => ({ u: tree.across, v: tree.along });

function deepened<What>(tree: Measured<What>, deep: number): Measured<What> {
  const more = deep - tree.box.v;
  return { ...tree, box: { u: tree.box.u, v: deep }, along: tree.along + more };
}

import type { FunctionId } from '../model/ids.ts';
import { METRICS } from './metrics.ts';
import { intersects } from './rects.ts';
import { roundCorners } from './roundCorners.ts';
import type { Point, Rect, Scene, SceneBox } from './scene.ts';
import { unionOutline } from './unionOutline.ts';

/** One part of a group that is drawn together: its members and the links between them. */
export interface HullPiece {
  readonly bounds: Rect;
  /** Closed polygons: the outline, and the holes in it. */
  readonly loops: readonly (readonly Point[])[];
  /** Where its label may lie: the line of the outline along the top of its largest box. */
  readonly label: { readonly from: Point; readonly to: Point };
}

export interface DrawnGroup {
  /** Its number. */
  readonly group: number;
  readonly members: readonly FunctionId[];
}

export interface GroupHull {
  readonly group: number;
  /** The largest first. */
  readonly pieces: readonly HullPiece[];
}

const BESIDE = { box: 5, port: 1.5, mark: 2, link: 4 } as const;
const RADIUS = 6;
/** A hole smaller than this is no hole worth drawing. */
const SMALLEST_HOLE = 8;
/** Beyond so many rectangles a piece is drawn as the one rectangle around it. */
const MOST_RECTS = 600;

/**
 * Outlines round the members of each group in a drawing, with the links that lead from one member to
 * the next. A box of which only some functions are members counts as a whole, because nothing in it
 * can be told apart; ports and small marks count by themselves.
 */
export function groupHulls(scene: Scene, groups: readonly DrawnGroup[]): readonly GroupHull[] {
  const boxes = new Map(scene.boxes.map((box) => [box.key, box]));
  const groupOf = new Map(groups.flatMap(({ group, members }) => members.map((id) => [id, group])));
  const links = linksWithin(scene, groupOf);
  const claims = new Map<string, number>();
  return groups.map(({ group, members }) => {
    const rects = [...memberRects(scene, boxes, members, claims), ...(links.get(group) ?? [])];
    const pieces = together(rects).map(pieceOf);
    return { group, pieces: pieces.sort((a, b) => areaOf(b.bounds) - areaOf(a.bounds)) };
  });
}

function memberRects(
  scene: Scene,
  boxes: ReadonlyMap<string, SceneBox>,
  members: readonly FunctionId[],
  claims: Map<string, number>,
): readonly Rect[] {
  const own = new Set(members);
  const rects: Rect[] = [];
  const done = new Set<string>();
  for (const id of members) {
    const place = scene.placeOf.get(id);
    const box = place && boxes.get(place.box);
    if (!box || done.has(box.key)) continue;
    done.add(box.key);
    const isWhole =
      box.functions.every((each) => own.has(each)) &&
      box.ports.every((port) => own.has(port.function));
    const parts = [...box.ports, ...box.marks].filter((part) => own.has(part.function));
    const isByParts = !isWhole && parts.length > 0;
    if (isByParts) {
      const beside = box.marks.length > 0 ? BESIDE.mark : BESIDE.port;
      rects.push(...parts.map((part) => grown(part.rect, beside)));
    }
    const isNamed = box.functions.some((each) => own.has(each)) && box.marks.length === 0;
    if (!isWhole && (isByParts || !isNamed)) continue;
    // Several groups on one card: one outline inside the other.
    const claimed = claims.get(box.key) ?? 0;
    claims.set(box.key, claimed + 1);
    rects.push(grown(box.rect, Math.max(1, BESIDE.box - 2 * claimed)));
  }
  return rects;
}

/** Links of which both ends are members of one group, as strips. */
function linksWithin(
  scene: Scene,
  groupOf: ReadonlyMap<FunctionId, number>,
): ReadonlyMap<number, readonly Rect[]> {
  const found = new Map<number, Rect[]>();
  for (const { key, upper, points } of scene.links) {
    const group = groupOf.get(key);
    if (group === undefined || upper === null || groupOf.get(upper) !== group) continue;
    const strips = points.slice(1).map((to, index) => strip(points[index] ?? to, to));
    const there = found.get(group);
    if (there) there.push(...strips);
    else found.set(group, strips);
  }
  return found;
}

function strip(a: Point, b: Point): Rect {
  const rect = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  return grown(rect, BESIDE.link);
}

/** Rectangles sorted into those that hang together. */
function together(rects: readonly Rect[]): readonly (readonly Rect[])[] {
  const sorted = rects.toSorted((a, b) => a.x - b.x);
  const pieceOfRect = sorted.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (pieceOfRect[at] !== at) at = pieceOfRect[at] ?? at;
    pieceOfRect[index] = at;
    return at;
  };
  sorted.forEach((rect, index) => {
    for (let other = index + 1; other < sorted.length; other++) {
      const next = sorted[other];
      if (!next || next.x > rect.x + rect.width) break;
      if (intersects(rect, next)) pieceOfRect[root(other)] = root(index);
    }
  });
  const pieces = new Map<number, Rect[]>();
  sorted.forEach((rect, index) => {
    const at = root(index);
    const there = pieces.get(at);
    if (there) there.push(rect);
    else pieces.set(at, [rect]);
  });
  return [...pieces.values()];
}

function pieceOf(rects: readonly Rect[]): HullPiece {
  const bounds = boundsOf(rects);
  const outline = unionOutline(rects.length > MOST_RECTS ? [bounds] : rects);
  const loops = outline.filter(isWorthDrawing).map((loop) => roundCorners(loop, RADIUS));
  const largest = rects.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const { x, y, width } = largest;
  const label = { from: { x: x + RADIUS, y }, to: { x: x + width - RADIUS, y } };
  return { bounds, loops, label };
}

function isWorthDrawing(loop: readonly Point[]): boolean {
  const { width, height } = boundsOf(loop.map((at) => ({ ...at, width: 0, height: 0 })));
  return Math.min(width, height) >= Math.min(SMALLEST_HOLE, METRICS.mark.size);
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function areaOf({ width, height }: Rect): number {
  return width * height;
}

function boundsOf(rects: readonly Rect[]): Rect {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

import { intersects, rectAt } from './rects.ts';
import type { Point, Rect } from './scene.ts';

/** A small sign of constant size on the screen, pinned to a place of the scene. */
export interface TagRequest {
  readonly key: string;
  /** What it belongs to, in drawing units. */
  readonly at: Rect;
  /** Its own size, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where it may stand, best first. */
  readonly sides: readonly Side[];
}

/** `corner` and `foot`: above and below the left end. */
export type Side = 'above' | 'below' | 'left' | 'right' | 'corner' | 'foot';

export interface PlacedTag {
  readonly key: string;
  /** The point of the scene it hangs from, and how far from there its top left corner is. */
  readonly from: Point;
  readonly dx: number;
  readonly dy: number;
}

const GAP = 6;
/** Rows tried further out on each side before tags may overlap. */
const ROWS = 6;

/**
 * Places tags so that they do not cover one another at this zoom, nor what must stay in sight.
 * Earlier ones have the better places. A tag of something within `view` stays within it as a whole.
 */
export function placeTags(
  requests: readonly TagRequest[],
  k: number,
  inTheWay: readonly Rect[] = [],
  view: Rect | null = null,
): readonly PlacedTag[] {
  const taken = inTheWay.map((rect) => scaled(rect, k));
  const window = view && scaled(view, k);
  return requests.map((request) => {
    const isSeen = window !== null && intersects(window, scaled(request.at, k));
    const places = candidates(request, k);
    const within = isSeen ? places.map((place) => movedInto(place, window)) : places;
    const isFree = ({ on }: Candidate) => !taken.some((each) => intersects(each, on));
    // Rather another side than a place that has been moved.
    const free = within.find((place, index) => place === places[index] && isFree(place));
    const best = free ?? within.find(isFree) ?? within[0];
    if (!best) return { key: request.key, from: request.at, dx: 0, dy: 0 };
    taken.push(best.on);
    return { key: request.key, from: best.from, dx: best.dx, dy: best.dy };
  });
}

interface Candidate {
  readonly from: Point;
  readonly dx: number;
  readonly dy: number;
  /** Where that is on the screen, up to the camera's place. */
  readonly on: Rect;
}

function candidates(request: TagRequest, k: number): readonly Candidate[] {
  const places: Candidate[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (const side of request.sides) places.push(candidate(request, side, row, k));
  }
  return places;
}

function candidate({ at, width, height }: TagRequest, side: Side, row: number, k: number) {
  const out = GAP + row * (height + 3);
  const middle = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  const put = (from: Point, dx: number, dy: number): Candidate => ({
    from,
    dx,
    dy,
    on: rectAt({ x: from.x * k + dx, y: from.y * k + dy }, width, height),
  });
  switch (side) {
    case 'above':
      return put({ x: middle.x, y: at.y }, -width / 2, -height - out);
    case 'below':
      return put({ x: middle.x, y: at.y + at.height }, -width / 2, out);
    case 'left':
      return put({ x: at.x, y: middle.y }, -width - GAP, stacked(row, height));
    case 'right':
      return put({ x: at.x + at.width, y: middle.y }, GAP, stacked(row, height));
    case 'foot':
      return put({ x: at.x, y: at.y + at.height }, -4, 2 + row * (height + 3));
    case 'corner':
      return put({ x: at.x, y: at.y }, -4, -height - 2 - row * (height + 3));
  }
}

/** The nearest place that is not cut off; the same one if it is not. */
function movedInto(place: Candidate, window: Rect): Candidate {
  const { on } = place;
  const x = inside(on.x, on.width, window.x, window.width);
  const y = inside(on.y, on.height, window.y, window.height);
  if (x === on.x && y === on.y) return place;
  const { from, dx, dy } = place;
  return { from, dx: dx + x - on.x, dy: dy + y - on.y, on: { ...on, x, y } };
}

function inside(start: number, length: number, from: number, room: number): number {
  return Math.max(Math.min(start, from + room - length), from);
}

/** Beside a thing: level with it, then above, then below. */
function stacked(row: number, height: number): number {
  const step = Math.ceil(row / 2) * (height + 3);
  return -height / 2 + (row % 2 === 1 ? -step : step);
}

function scaled({ x, y, width, height }: Rect, k: number): Rect {
  return { x: x * k, y: y * k, width: width * k, height: height * k };
}

import type { Direction, Point } from './scene.ts';

/** What runs across the tree stands closer: there is little room between ports and what is above them. */
const ACROSS = 4 / 7;

/**
 * Lines of horizontal and vertical pieces that share some of their way, drawn side by side. What runs
 * along the tree is moved to the right of the direction it runs in, so that there and back are two
 * lines; what runs across it, towards the leaves, where ports are and no words. Which is further out:
 * the one that turns off to the right.
 *
 * @param step from one lane to the next
 */
export function inLanes(
  lines: readonly (readonly Point[])[],
  step: number,
  direction: Direction,
): readonly (readonly Point[])[] {
  const clean = lines.map(withoutRests);
  const order = clean
    .map((_, index) => index)
    .sort((a, b) => turnsOff(clean[a], clean[b]) || a - b);
  const places = new Map<number, number>();
  // The very same way has the very same lane only once: each has its own.
  order.forEach((index, lane) => {
    places.set(index, lane);
  });
  return clean.map((line, index) =>
    beside(line, (0.5 + (places.get(index) ?? 0)) * step, direction),
  );
}

/** No corner twice, and none on a straight piece; what turns round stays. */
function withoutRests(line: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const at of line) {
    const last = kept.at(-1);
    if (last && isSame(last, at)) continue;
    const before = kept.at(-2);
    if (before && last && isSame(headed(before, last), headed(last, at))) kept.pop();
    kept.push(at);
  }
  return kept;
}

/** Positive where `a` lies right of `b` once they part; 0 where they do not. */
function turnsOff(a: readonly Point[] = [], b: readonly Point[] = []): number {
  for (let index = 1; index < Math.max(a.length, b.length); index++) {
    const [from, fromB] = [a[index - 1], b[index - 1]];
    const [toA, toB] = [a[index], b[index]];
    if (!from || !fromB || !isSame(from, fromB)) return 0;
    if (!toA || !toB) return 0;
    if (isSame(toA, toB)) continue;
    const [headA, headB] = [headed(from, toA), headed(from, toB)];
    if (!isSame(headA, headB)) {
      const before = a[index - 2];
      const came = before ? headed(before, from) : null;
      return came ? turn(came, headA) - turn(came, headB) : turn(headB, headA);
    }
    // On one straight piece: the one that leaves it first.
    const isAFirst = distance(from, toA) < distance(from, toB);
    const [corner, next] = isAFirst ? [toA, a[index + 1]] : [toB, b[index + 1]];
    const side = next ? turn(headA, headed(corner, next)) : 0;
    return isAFirst ? side : -side;
  }
  return 0;
}

/** The line moved to its right by so much; where it turns round, it comes back on the other side. */
function beside(line: readonly Point[], by: number, direction: Direction): readonly Point[] {
  if (line.length < 2) return line.map(({ x, y }) => ({ x: x + by, y }));
  const moved: Point[] = [];
  for (const [index, at] of line.entries()) {
    const before = line[index - 1];
    const after = line[index + 1];
    const came = before ? headed(before, at) : null;
    const goes = after ? headed(at, after) : null;
    const put = (...heads: readonly (Point | null)[]) => {
      const aside = heads.reduce<Point>(
        (sum, head) => (head ? plus(sum, asideOf(head, direction)) : sum),
        NONE,
      );
      moved.push({ x: at.x + aside.x * by, y: at.y + aside.y * by });
    };
    const isBack = came && goes && came.x === -goes.x && came.y === -goes.y;
    if (isBack) {
      put(came);
      put(goes);
    } else put(came, goes);
  }
  return moved;
}

const NONE: Point = { x: 0, y: 0 };

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** Which way a piece is moved. Of a screen, where y grows downwards. */
function asideOf({ x, y }: Point, direction: Direction): Point {
  if (direction === 'down') return y === 0 ? { x: 0, y: ACROSS } : { x: 0 - y, y: 0 };
  return x === 0 ? { x: ACROSS, y: 0 } : { x: 0, y: x };
}

/** One step in the direction of a piece. */
function headed(from: Point, to: Point): Point {
  return { x: signOf(to.x - from.x), y: signOf(to.y - from.y) };
}

function signOf(value: number): number {
  return Math.abs(value) < 1e-6 ? 0 : Math.sign(value);
}

/** 1 to the right, -1 to the left, 0 straight on or back. */
function turn(from: Point, to: Point): number {
  return from.x * to.y - from.y * to.x;
}

function isSame(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 1e-6 && Math.abs(a.y - b.y) < 1e-6;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

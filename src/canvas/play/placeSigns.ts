import { intersects } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import type { WalkRoute } from '../../layout/walkRoute.ts';
import { grown } from '../rects.ts';
import { signRect } from './placeSign.ts';

interface Sign {
  /** Of a place on the screen. */
  readonly at: Point;
  readonly word: string;
}

/** Between two signs, and from a sign to the edge of the sheet. */
const GAP = 4;

/**
 * Where signs stand on the screen: each at its place; beside one another where their places are close
 * together, as from afar; and within `room` as long as their places are.
 */
export function placeSigns(
  signs: readonly Sign[],
  outward: WalkRoute['outward'],
  room: Rect,
): readonly Rect[] {
  const [along, length] = outward === 'up' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const [across, depth] = outward === 'up' ? (['y', 'height'] as const) : (['x', 'width'] as const);
  // A place that a way comes by twice has one sign.
  const rects = new Map(signs.map((sign) => [keyOf(sign), signRect(sign.at, outward)]));
  const seen = grown(room, GAP);
  const inRoom = new Set(
    signs.filter(({ at }) => intersects(seen, { ...at, width: 0, height: 0 })).map(keyOf),
  );
  const isBeside = (a: Rect, b: Rect) => Math.abs(a[across] - b[across]) < a[depth] + GAP;
  const rows = rowsOf(
    [...rects],
    (rect) => rect[along],
    (rect) => rect[length] + GAP,
    isBeside,
  );
  for (const row of rows) {
    const [first] = row;
    const last = row.at(-1);
    if (!first || !last) continue;
    const isSeen = row.some(({ key }) => inRoom.has(key));
    const end = last.start + last.rect[length];
    const shift = isSeen ? shiftInto(first.start, end, room[along], room[along] + room[length]) : 0;
    for (const { key, rect, start } of row) {
      const top = rect[across];
      const aside = isSeen
        ? shiftInto(top, top + rect[depth], room[across], room[across] + room[depth])
        : 0;
      rects.set(key, { ...rect, [along]: start + shift, [across]: top + aside });
    }
  }
  return signs.map((sign) => rects.get(keyOf(sign)) ?? signRect(sign.at, outward));
}

interface Standing {
  readonly key: string;
  readonly rect: Rect;
  readonly start: number;
}

/** Neighbours that would overlap become a row about the middle of their places. */
function rowsOf(
  rects: readonly (readonly [key: string, rect: Rect])[],
  placeOf: (rect: Rect) => number,
  pitchOf: (rect: Rect) => number,
  isBeside: (a: Rect, b: Rect) => boolean,
): readonly (readonly Standing[])[] {
  const rows: (readonly Standing[])[] = [];
  const inOrder = [...rects].sort(([, a], [, b]) => placeOf(a) - placeOf(b));
  for (const [key, rect] of inOrder) {
    let row: readonly Standing[] = [{ key, rect, start: placeOf(rect) }];
    for (;;) {
      const before = rows.at(-1);
      const [end, next] = [before?.at(-1), row[0]];
      if (!before || !end || !next || !isBeside(end.rect, next.rect)) break;
      if (end.start + pitchOf(end.rect) <= next.start) break;
      rows.pop();
      const joined = [...before, ...row];
      const middle = joined.reduce((sum, each) => sum + placeOf(each.rect), 0) / joined.length;
      const first = middle - ((joined.length - 1) * pitchOf(rect)) / 2;
      row = joined.map((each, index) => ({ ...each, start: first + index * pitchOf(rect) }));
    }
    rows.push(row);
  }
  return rows;
}

/** How far something is to be moved to lie inside, with a gap. */
function shiftInto(start: number, end: number, from: number, to: number): number {
  if (start < from + GAP) return from + GAP - start;
  return Math.max(Math.min(0, to - GAP - end), from + GAP - start);
}

function keyOf({ at, word }: Sign): string {
  return `${word} ${at.x} ${at.y}`;
}

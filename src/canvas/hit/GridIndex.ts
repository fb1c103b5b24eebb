import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';

/** A little larger than a card, so that most things lie in one to four cells. */
const CELL = 256;

/** Things with a place, found by place: for culling and for pointing. */
export class GridIndex<T> {
  readonly #items: readonly T[];
  readonly #rects: readonly Rect[];
  readonly #cells = new Map<string, number[]>();

  constructor(items: readonly T[], rectOf: (item: T) => Rect) {
    this.#items = items;
    this.#rects = items.map(rectOf);
    this.#rects.forEach((rect, index) => {
      forEachCell(rect, (key) => {
        const cell = this.#cells.get(key);
        if (cell) cell.push(index);
        else this.#cells.set(key, [index]);
      });
    });
  }

  /** What touches this rectangle, in the order it was given in. */
  in(rect: Rect): readonly T[] {
    const found = new Set<number>();
    const take = (index: number) => {
      const each = this.#rects[index];
      if (each && intersects(each, rect)) found.add(index);
    };
    // A rectangle over more cells than there are is quicker to answer the plain way.
    if (cellCount(rect) > this.#cells.size) {
      for (let index = 0; index < this.#rects.length; index++) take(index);
    } else {
      forEachCell(rect, (key) => {
        for (const index of this.#cells.get(key) ?? []) take(index);
      });
    }
    return [...found].sort((a, b) => a - b).flatMap((index) => this.#items[index] ?? []);
  }
}

function forEachCell(rect: Rect, visit: (key: string) => void): void {
  const right = Math.floor((rect.x + rect.width) / CELL);
  const bottom = Math.floor((rect.y + rect.height) / CELL);
  for (let column = Math.floor(rect.x / CELL); column <= right; column++) {
    for (let row = Math.floor(rect.y / CELL); row <= bottom; row++) visit(`${column},${row}`);
  }
}

function cellCount(rect: Rect): number {
  return (Math.ceil(rect.width / CELL) + 1) * (Math.ceil(rect.height / CELL) + 1);
}

import { intersects } from '../rects.ts';
import type { Rect, Scene, SceneText } from '../scene.ts';

const CELL = { width: 256, height: 128 } as const;
/** Of a text, above and below its baseline: seen from afar it is larger than its place. */
const LETTERS = { above: 14, below: 5, width: 6 } as const;

interface Taken {
  readonly rect: Rect;
  /** The box's index; -1: a text or an empty slot, which belong to no group. */
  readonly box: number;
}

/** What lies where on a sheet: boxes with their ports, and the texts of frames and links. */
export class TakenPlaces {
  readonly #columns = new Map<number, Map<number, Taken[]>>();

  static of({ boxes, frames, links, texts: whole }: Scene): TakenPlaces {
    const places = new TakenPlaces();
    boxes.forEach(({ kind, rect, ports }, index) => {
      const box = kind === 'empty-slot' ? -1 : index;
      places.#add({ rect, box });
      for (const port of ports) places.#add({ rect: port.rect, box });
    });
    places.#addTexts(whole);
    for (const { texts } of frames) places.#addTexts(texts);
    for (const { texts } of links) places.#addTexts(texts);
    return places;
  }

  /** Whether all boxes that reach into a rectangle, or have ports there, are of these; empty slots aside. */
  hasOnly(rect: Rect, isOwn: (box: number) => boolean): boolean {
    return this.#every(rect, ({ box }) => box < 0 || isOwn(box));
  }

  isFree(rect: Rect): boolean {
    return this.#every(rect, () => false);
  }

  #addTexts(texts: readonly SceneText[]): void {
    for (const text of texts) this.#add({ rect: placeOfText(text), box: -1 });
  }

  #add(taken: Taken): void {
    const { left, right, top, bottom } = cellsOf(taken.rect);
    for (let column = left; column <= right; column++) {
      const rows = this.#columns.get(column) ?? new Map<number, Taken[]>();
      this.#columns.set(column, rows);
      for (let row = top; row <= bottom; row++) {
        const there = rows.get(row);
        if (there) there.push(taken);
        else rows.set(row, [taken]);
      }
    }
  }

  #every(rect: Rect, holds: (taken: Taken) => boolean): boolean {
    const { left, right, top, bottom } = cellsOf(rect);
    for (let column = left; column <= right; column++) {
      const rows = this.#columns.get(column);
      for (let row = top; rows && row <= bottom; row++) {
        for (const taken of rows.get(row) ?? []) {
          if (intersects(taken.rect, rect) && !holds(taken)) return false;
        }
      }
    }
    return true;
  }
}

function cellsOf({ x, y, width, height }: Rect) {
  return {
    left: Math.floor(x / CELL.width),
    right: Math.floor((x + width) / CELL.width),
    top: Math.floor(y / CELL.height),
    bottom: Math.floor((y + height) / CELL.height),
  };
}

/** About where a text is. */
export function placeOfText({ x, y, text, anchor }: SceneText): Rect {
  const width = text.length * LETTERS.width;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - LETTERS.above, width, height: LETTERS.above + LETTERS.below };
}

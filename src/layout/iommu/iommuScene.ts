import type { Point, Rect, TextRole } from '../scene.ts';

export interface IommuBox {
  readonly key: string;
  /**
   * - `index`: an entry of a table that leads to another table; `leaf`: one that leads to pages
   * - `pages`: the pages themselves; `padding`: such as lie behind an entry of the list
   * - `ram`, `peer`: where they lead
   * - the rest: what addresses of the space are
   */
  readonly kind:
    | 'index'
    | 'leaf'
    | 'pages'
    | 'padding'
    | 'ram'
    | 'peer'
    | 'taken'
    | 'waiting'
    | 'cached'
    | 'reserved'
    | 'free';
  readonly rect: Rect;
}

export interface IommuText extends Point {
  readonly role: TextRole;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly tone: 'ink' | 'quiet';
}

/** `tick`: where one page ends and the next begins; `rule`: under a heading; `way`: leads on. */
export interface IommuLine {
  readonly kind: 'tick' | 'rule' | 'way';
  readonly from: Point;
  readonly to: Point;
}

/** Plain shapes: a page table, or the space of addresses. Everything lies within the size. */
export interface IommuScene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly IommuBox[];
  readonly lines: readonly IommuLine[];
  readonly texts: readonly IommuText[];
}

/** A scene on its way. */
export interface IommuDraft {
  readonly boxes: IommuBox[];
  readonly lines: IommuLine[];
  readonly texts: IommuText[];
}

export function newIommuDraft(): IommuDraft {
  return { boxes: [], lines: [], texts: [] };
}

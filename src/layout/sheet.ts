import type { FunctionId, HostBridgeId, SlotId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Arrangement } from './arrange/arrangement.ts';
import type { Area, Extent, LabelSpot } from './arrange/knot.ts';
import { METRICS } from './metrics.ts';
import { linkNotes } from './notes/linkNotes.ts';
import type { PartNote } from './notes/Notes.ts';
import type {
  Direction,
  Drawing,
  Point,
  Rect,
  Scene,
  SceneBox,
  SceneFrame,
  SceneLink,
  ScenePlace,
  SceneText,
} from './scene.ts';
import { socketsOf } from './socketsOf.ts';
import { fitText } from './textWidth.ts';

/** Collects what a scene consists of, turning both axes of the arrangement into x and y. */
export class Sheet {
  readonly direction: Direction;
  readonly #drawing: Drawing;
  readonly #frames: SceneFrame[] = [];
  readonly #boxes: SceneBox[] = [];
  readonly #links: SceneLink[] = [];
  readonly #placeOf = new Map<FunctionId, ScenePlace>();
  readonly #linkOf = new Map<FunctionId, FunctionId>();
  readonly #slotOf = new Map<FunctionId, Rect>();

  constructor(drawing: Drawing, direction: Direction) {
    this.#drawing = drawing;
    this.direction = direction;
  }

  rect({ u, v, du, dv }: Area): Rect {
    return this.direction === 'down'
      ? { x: u, y: v, width: du, height: dv }
      : { x: v, y: u, width: dv, height: du };
  }

  point({ u, v }: Extent): Point {
    return this.direction === 'down' ? { x: u, y: v } : { x: v, y: u };
  }

  /** The text of a line; none where there is nothing to say. */
  linkText(text: string, spot: LabelSpot): readonly SceneText[] {
    if (text === '') return [];
    const fitting = fitText(text, 'link', spot.room);
    return [{ role: 'link', text: fitting, ...this.point(spot), anchor: spot.anchor }];
  }

  /** What the user said of a line, beside it and beside its own words. */
  linkNotes(
    notes: readonly PartNote[],
    spot: LabelSpot,
    words: readonly SceneText[],
  ): Pick<SceneLink, 'texts' | 'signs'> {
    if (notes.length === 0) return { texts: words };
    const { note } = spot;
    const said = linkNotes(notes, note, this.point(note), this.direction, words.length > 0);
    return { texts: [...words, ...said.texts], signs: said.signs };
  }

  frame(frame: SceneFrame): void {
    this.#frames.push(frame);
  }

  /** A box, as the place of its functions and of its ports' functions. */
  box(box: SceneBox): void {
    this.#boxes.push(box);
    for (const id of box.functions) this.#placeOf.set(id, { box: box.key, rect: box.rect });
    for (const mark of box.marks) {
      this.#placeOf.set(mark.function, { box: box.key, rect: mark.rect });
    }
    for (const port of box.ports) {
      this.#placeOf.set(port.function, { box: box.key, rect: port.rect });
    }
  }

  /** An empty slot, on its port. */
  slot(box: SceneBox, port: FunctionId): void {
    this.box(box);
    this.#slotOf.set(port, box.rect);
  }

  /** A link, and the functions at its lower end. */
  link(link: SceneLink, functions: readonly FunctionId[]): void {
    this.#links.push(link);
    for (const id of functions) this.#linkOf.set(id, link.key);
  }

  scene(machine: Machine, arrangement: Arrangement): Scene {
    return {
      drawing: this.#drawing,
      direction: this.direction,
      bounds: this.#bounds(),
      frames: this.#frames,
      boxes: this.#boxes,
      links: this.#links,
      ties: [],
      placeOf: this.#placeOf,
      linkOf: this.#linkOf,
      slotOf: this.#slotOf,
      hiddenParts: this.#hiddenParts(machine),
      texts: [],
      arrangement,
    };
  }

  /** Where host bridges and slots are that have no frame or box because one is collapsed over them. */
  #hiddenParts(machine: Machine): ReadonlyMap<HostBridgeId | SlotId, ScenePlace> {
    const hidden = new Map<HostBridgeId | SlotId, ScenePlace>();
    const collapsed = new Map<string, ScenePlace>();
    for (const { key, rect, collapsed: what } of this.#boxes) {
      if (what) collapsed.set(key, { box: key, rect });
    }
    if (collapsed.size === 0) return hidden;
    const framed = new Set<string>(this.#frames.map(({ id }) => id));
    for (const slot of machine.slots) {
      const [first] = slot.ports;
      const place =
        first === undefined ? undefined : collapsed.get(this.#placeOf.get(first)?.box ?? '');
      if (place) hidden.set(slot.id, place);
    }
    for (const [socket, hosts] of socketsOf(machine).bySocket) {
      const place = collapsed.get(socket.id);
      for (const { id } of place ? hosts : []) if (place && !framed.has(id)) hidden.set(id, place);
    }
    return hidden;
  }

  #bounds(): Rect {
    const edges = { left: 0, top: 0, right: 0, bottom: 0 };
    let isFirst = true;
    const take = (left: number, top: number, right: number, bottom: number) => {
      edges.left = isFirst ? left : Math.min(edges.left, left);
      edges.top = isFirst ? top : Math.min(edges.top, top);
      edges.right = isFirst ? right : Math.max(edges.right, right);
      edges.bottom = isFirst ? bottom : Math.max(edges.bottom, bottom);
      isFirst = false;
    };
    for (const { rect } of [...this.#frames, ...this.#boxes]) {
      take(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);
    }
    for (const { points } of this.#links) for (const { x, y } of points) take(x, y, x, y);
    const { margin } = METRICS;
    return {
      x: edges.left - margin,
      y: edges.top - margin,
      width: edges.right - edges.left + 2 * margin,
      height: edges.bottom - edges.top + 2 * margin,
    };
  }
}

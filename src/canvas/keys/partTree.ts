import { UNKNOWN } from '../../base/unknown.ts';
import type {
  Direction,
  Rect,
  Scene,
  SceneBox,
  SceneFrame,
  SceneMark,
  ScenePort,
} from '../../layout/scene.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { PartId } from '../../store/state.ts';
import { encloses, NOWHERE } from '../rects.ts';

/** Something on the sheet that keys can go to. */
export interface Part {
  readonly id: PartId;
  readonly rect: Rect;
  readonly what:
    | { readonly kind: 'frame'; readonly frame: SceneFrame }
    | { readonly kind: 'box'; readonly box: SceneBox }
    | { readonly kind: 'port'; readonly port: ScenePort; readonly box: SceneBox }
    /** One of several integrated functions. */
    | { readonly kind: 'mark'; readonly mark: SceneMark; readonly box: SceneBox };
  readonly parent: PartId | null;
  /** As they stand in the drawing, from left to right or from top to bottom. */
  readonly children: readonly PartId[];
  readonly depth: number;
}

/** The drawing as a tree of parts: sockets, host bridges, and the functions below them. */
export interface PartTree {
  readonly direction: Direction;
  readonly parts: ReadonlyMap<PartId, Part>;
  /** Parents before children, siblings as they stand. */
  readonly order: readonly PartId[];
  readonly roots: readonly PartId[];
  /** Parts of the same depth, in the order of the tree. */
  readonly levels: readonly (readonly PartId[])[];
}

/**
 * The part that stands for a box: its first function, or its slot. `null` for the bar above all
 * that has no known parent, which is nothing by itself.
 */
export function partOfBox({ kind, key }: SceneBox): PartId | null {
  if (kind === 'orphan') return null;
  // An empty slot's key goes on with the port it hangs from.
  if (kind === 'empty-slot') return key.slice(0, key.lastIndexOf(' ')) as SlotId;
  // A collapsed host bridge or socket: the frame around the box is the same part.
  return key as PartId;
}

export function partTree(scene: Scene, functions: ReadonlyMap<FunctionId, PciFunction>): PartTree {
  const whats = partsOf(scene);
  const partFor = partsByFunction(scene, whats);
  const above = parentsOf(scene, functions, whats, partFor);

  const lists = new Map<PartId | null, PartId[]>();
  for (const id of whats.keys()) {
    const parent = above.get(id) ?? null;
    const list = lists.get(parent);
    if (list) list.push(id);
    else lists.set(parent, [id]);
  }
  const order = inReadingOrder(scene.direction, whats);
  for (const list of lists.values()) list.sort(order);

  const parts = new Map<PartId, Part>();
  const levels: PartId[][] = [];
  const roots = lists.get(null) ?? [];
  const rest: [PartId, number][] = roots.map((id): [PartId, number] => [id, 0]).reverse();
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [id, depth] = next;
    const what = whats.get(id);
    if (!what || parts.has(id)) continue;
    const children = lists.get(id) ?? [];
    parts.set(id, { id, rect: rectOf(what), what, parent: above.get(id) ?? null, children, depth });
    levels[depth] ??= [];
    levels[depth].push(id);
    for (const child of children.toReversed()) rest.push([child, depth + 1]);
  }
  return { direction: scene.direction, parts, order: [...parts.keys()], roots, levels };
}

/**
 * Frames stand in rows, which follow one another; of parts below one another in a column the column
 * comes first.
 */
function inReadingOrder(direction: Direction, whats: ReadonlyMap<PartId, Part['what']>) {
  const place = (id: PartId) => {
    const what = whats.get(id);
    const { x, y } = rectOf(what);
    const isRowFirst = (what?.kind === 'frame') === (direction === 'down');
    return isRowFirst ? [y, x] : [x, y];
  };
  return (a: PartId, b: PartId): number => {
    const [a1 = 0, a2 = 0] = place(a);
    const [b1 = 0, b2 = 0] = place(b);
    return a1 - b1 || a2 - b2;
  };
}

function rectOf(what: Part['what'] | undefined): Rect {
  switch (what?.kind) {
    case 'frame':
      return what.frame.rect;
    case 'port':
      return what.port.rect;
    case 'mark':
      return what.mark.rect;
    case 'box':
      return what.box.rect;
    default:
      return NOWHERE;
  }
}

function partsOf(scene: Scene): ReadonlyMap<PartId, Part['what']> {
  const whats = new Map<PartId, Part['what']>();
  for (const frame of scene.frames) whats.set(frame.id, { kind: 'frame', frame });
  for (const box of scene.boxes) {
    const id = partOfBox(box);
    if (id !== null && !whats.has(id)) whats.set(id, { kind: 'box', box });
  }
  // What is its box's part already (a switch's upstream port, the first mark) is not one again.
  for (const box of scene.boxes) {
    for (const port of box.ports) {
      if (!whats.has(port.function)) whats.set(port.function, { kind: 'port', port, box });
    }
    for (const mark of box.marks) {
      if (!whats.has(mark.function)) whats.set(mark.function, { kind: 'mark', mark, box });
    }
  }
  return whats;
}

/** The part that shows each function. */
function partsByFunction(
  scene: Scene,
  whats: ReadonlyMap<PartId, Part['what']>,
): ReadonlyMap<FunctionId, PartId> {
  const boxes = new Map(scene.boxes.map((box) => [box.key, partOfBox(box)]));
  const partFor = new Map<FunctionId, PartId>();
  for (const [fn, place] of scene.placeOf) {
    const part = whats.has(fn) ? fn : boxes.get(place.box);
    if (part !== undefined && part !== null) partFor.set(fn, part);
  }
  return partFor;
}

function parentsOf(
  scene: Scene,
  functions: ReadonlyMap<FunctionId, PciFunction>,
  whats: ReadonlyMap<PartId, Part['what']>,
  partFor: ReadonlyMap<FunctionId, PartId>,
): ReadonlyMap<PartId, PartId> {
  const above = new Map<PartId, PartId>();
  const set = (id: PartId, parent: PartId | null | undefined) => {
    if (parent !== null && parent !== undefined && parent !== id && whats.has(parent)) {
      above.set(id, parent);
    }
  };
  for (const [id, what] of whats) {
    if (what.kind === 'frame') set(id, frameAround(scene, what.frame)?.id);
    else if (what.kind === 'mark') set(id, partOfBox(what.box));
    else if (what.kind === 'box' && what.box.kind === 'empty-slot') {
      const { key } = what.box;
      set(id, partFor.get(key.slice(key.lastIndexOf(' ') + 1) as FunctionId));
    } else {
      const fn = functions.get(id as FunctionId);
      if (fn) set(id, shownAbove(fn, functions, partFor));
    }
  }
  return above;
}

function frameAround(scene: Scene, frame: SceneFrame): SceneFrame | undefined {
  if (frame.kind === 'socket') return undefined;
  return scene.frames.find((each) => each.kind === 'socket' && encloses(each.rect, frame.rect));
}

/** The nearest part above a function: its parent's, unless both are drawn as one. */
function shownAbove(
  fn: PciFunction,
  functions: ReadonlyMap<FunctionId, PciFunction>,
  partFor: ReadonlyMap<FunctionId, PartId>,
): PartId | null {
  const own = partFor.get(fn.id);
  let at: PciFunction | undefined = fn;
  for (let steps = 0; at && steps < MOST_STEPS; steps++) {
    const { parent }: PciFunction = at;
    if (parent === UNKNOWN) return null;
    if (parent.kind === 'host') return parent.id;
    const part = partFor.get(parent.id);
    if (part !== undefined && part !== own) return part;
    at = functions.get(parent.id);
  }
  return null;
}

/** A damaged document may hang in a loop; no tree is this deep. */
const MOST_STEPS = 300;

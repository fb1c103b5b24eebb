import { UNKNOWN } from '../../base/unknown.ts';
import { holds } from '../../layout/rects.ts';
import type { Point, SceneFrame } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { PartId } from '../../store/state.ts';
import { partOf } from '../hit/partOf.ts';
import type { Pick } from '../hit/pick.ts';
import { partOfBox } from '../keys/partTree.ts';
import type { Drawn } from '../state/drawn.ts';

/** What a hand takes up. */
export interface Lift {
  /** What it lies on. */
  readonly part: PartId;
  /** Plugged in elsewhere by a drop on a place; none: it is only moved on the drawing. */
  readonly devices: readonly FunctionId[];
  /** Moved by a drop on the paper: none of them lies below another. */
  readonly parts: readonly PartId[];
}

type ById = ReadonlyMap<FunctionId, PciFunction>;

/**
 * What is taken up where something was found under the hand: with a part of the selection all of it,
 * else the part alone. `null` where nothing can be lifted: root ports, links, the ground of a frame.
 */
export function liftOf(
  drawn: Drawn,
  byId: ById,
  selection: ReadonlySet<PartId>,
  found: Pick,
  at: Point,
): Lift | null {
  const part = wholePart(byId, liftedPart(found, at));
  if (part === null) return null;
  const isDevice = byId.has(part as FunctionId);
  const own = isDevice ? devicesOf(drawn, byId, part as FunctionId) : [part];
  const isSelected = [part, ...own, partOf(found)].some(
    (each) => each !== null && selection.has(each),
  );
  const others = isSelected
    ? [...selection].flatMap((each) => alike(drawn, byId, each, isDevice))
    : [];
  const parts = topmost(drawn, [...new Set([...own, ...others])]);
  return { part, devices: isDevice ? (parts as readonly FunctionId[]) : [], parts };
}

/** What is under the hand as a part that can be lifted: of a switch's port the switch. */
function liftedPart(found: Pick, at: Point): PartId | null {
  switch (found.kind) {
    case 'port':
      return found.port.role === 'root-port' ? found.port.function : partOfBox(found.box);
    case 'mark':
      return found.mark.function;
    case 'box': {
      const { kind, marks } = found.box;
      return kind === 'integrated' && marks.length > 1 ? null : partOfBox(found.box);
    }
    case 'frame':
      return isCaption(found.frame, at) ? found.frame.id : null;
    case 'link':
      return null;
  }
}

/** Within its ground a frame is held by its caption only. */
export function isCaption({ rect, texts }: SceneFrame, at: Point): boolean {
  const caption = texts.find(({ role }) => role === 'caption');
  const bottom = (caption?.y ?? rect.y) + 8;
  return holds(rect, at) && at.y <= bottom;
}

/** A port of a switch is the switch; one of a root complex stays where it is. */
function wholePart(byId: ById, part: PartId | null): PartId | null {
  const fn = part === null ? undefined : byId.get(part as FunctionId);
  if (fn?.type === 'root-port') return null;
  if (fn?.type !== 'downstream') return part;
  return fn.parent !== UNKNOWN && fn.parent.kind === 'function' ? fn.parent.id : null;
}

/** Of each device that a box stands for, one function: a stack stands for several. */
function devicesOf(drawn: Drawn, byId: ById, part: FunctionId): readonly FunctionId[] {
  const what = drawn.tree.parts.get(part)?.what;
  if (what?.kind !== 'box' || what.box.kind !== 'device') return [part];
  const devices = new Map<string, FunctionId>();
  for (const id of what.box.functions) {
    const fn = byId.get(id);
    if (!fn || fn.physfn !== null) continue;
    const above = fn.parent === UNKNOWN ? '' : fn.parent.id;
    if (!devices.has(above)) devices.set(above, id);
  }
  return devices.size > 1 ? [...devices.values()] : [part];
}

/** What a selected part adds to what is lifted: devices to devices, frames and slots to those. */
function alike(drawn: Drawn, byId: ById, id: PartId, isDevice: boolean): readonly PartId[] {
  const fn = byId.get(id as FunctionId);
  if (!fn) return isDevice || !drawn.tree.parts.has(id) ? [] : [id];
  if (!isDevice || fn.type === 'root-port' || fn.type === 'downstream') return [];
  if (drawn.tree.parts.has(id)) return devicesOf(drawn, byId, fn.id);
  const key = drawn.scene.placeOf.get(fn.id)?.box;
  return key !== undefined && byId.has(key as FunctionId)
    ? devicesOf(drawn, byId, key as FunctionId)
    : [fn.id];
}

/** What lies below another one comes along by itself. */
function topmost({ tree }: Drawn, parts: readonly PartId[]): readonly PartId[] {
  const all = new Set(parts);
  return parts.filter((part) => {
    let above = tree.parts.get(part)?.parent ?? null;
    while (above !== null) {
      if (all.has(above)) return false;
      above = tree.parts.get(above)?.parent ?? null;
    }
    return true;
  });
}

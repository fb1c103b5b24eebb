import type { FunctionId } from '../model/ids.ts';
import { METRICS } from './metrics.ts';
import { intersects } from './rects.ts';
import type { Point, Rect, Scene, SceneBox, SceneText } from './scene.ts';

/** Where a port's ACS bits are written, and how large. */
export interface AcsSpot extends Point {
  readonly function: FunctionId;
  readonly anchor: SceneText['anchor'];
}

/** The size of their letters. */
export const ACS_SIZE = 10;

/** About what letters at a spot cover, at their size. */
export function lettersAt(
  { x, y, anchor }: Pick<AcsSpot, 'x' | 'y' | 'anchor'>,
  text: string,
): Rect {
  const width = text.length * LETTER;
  return { x: anchor === 'end' ? x - width : x, y: y - ACS_SIZE + 1, width, height: ACS_SIZE };
}

const LETTER = 6;

/** A place for the ACS bits of each port of a box that leads down; of the box itself if it has none. */
export function acsSpots(
  { ports, functions, rect }: SceneBox,
  { direction, slotOf }: Pick<Scene, 'direction' | 'slotOf'>,
): readonly AcsSpot[] {
  const [first] = functions;
  const places =
    ports.length > 0
      ? ports.filter(({ role }) => role !== 'upstream')
      : first === undefined
        ? []
        : [{ function: first, rect }];
  const slots = [...slotOf.values()];
  return places.map((place) => {
    const slot = slotOf.get(place.function);
    // A slot may have been moved away by hand.
    const isOn = slot !== undefined && intersects(slot, place.rect);
    const spot = isOn ? behindSlot(slot, direction) : besideLine(place.rect, direction, slots);
    return { function: place.function, ...spot };
  });
}

type Place = Omit<AcsSpot, 'function'>;

/** Between a line and the letters beside it; and how wide those of two bits are. */
const BESIDE = 5;
const WIDTH = 28;

/** Beside the line that leaves a port: where lines do not bend to, unless a slot is there. */
function besideLine(
  { x, y, width, height }: Rect,
  direction: Scene['direction'],
  slots: readonly Rect[],
): Place {
  if (direction === 'right') return { x: x + width + 4, y: y + height / 2 - 5, anchor: 'start' };
  const line = x + width / 2;
  const foot = y + height;
  const isFree = (left: number) => {
    const letters = { x: left, y: foot + 2, width: WIDTH, height: ACS_SIZE };
    return !slots.some((slot) => intersects(slot, letters));
  };
  const beside = { y: foot + 11 };
  if (isFree(line - BESIDE - WIDTH)) return { ...beside, x: line - BESIDE, anchor: 'end' };
  if (isFree(line + BESIDE)) return { ...beside, x: line + BESIDE, anchor: 'start' };
  return { x: line - 3, y: foot + METRICS.slot.height + 9, anchor: 'end' };
}

/** Behind the empty slot that sits on a port: no line leaves it there. */
function behindSlot({ x, y, width, height }: Rect, direction: Scene['direction']): Place {
  return direction === 'down'
    ? { x: x + width / 2, y: y + height + 9, anchor: 'middle' }
    : { x: x + width + 4, y: y + height / 2 + 4, anchor: 'start' };
}

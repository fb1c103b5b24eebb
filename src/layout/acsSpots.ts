import type { FunctionId } from '../model/ids.ts';
import { intersects } from './rects.ts';
import type { Point, Rect, Scene, SceneBox, SceneText } from './scene.ts';

/** Where a port's ACS bits are written, and how large. */
export interface AcsSpot extends Point {
  readonly function: FunctionId;
  readonly anchor: SceneText['anchor'];
}

/** The size of their letters. */
export const ACS_SIZE = 10;

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
  return places.map((place) => {
    const slot = slotOf.get(place.function);
    // A slot may have been moved away by hand.
    const spot =
      slot && intersects(slot, place.rect)
        ? behindSlot(slot, direction)
        : besideLine(place.rect, direction);
    return { function: place.function, ...spot };
  });
}

/** Beside the line that leaves a port, where lines do not bend to. */
function besideLine(rect: Rect, direction: Scene['direction']): Omit<AcsSpot, 'function'> {
  return direction === 'down'
    ? { x: rect.x + rect.width / 2 - 5, y: rect.y + rect.height + 11, anchor: 'end' }
    : { x: rect.x + rect.width + 4, y: rect.y + rect.height / 2 - 5, anchor: 'start' };
}

/** Behind the empty slot that sits on a port: no line leaves it there. */
function behindSlot(slot: Rect, direction: Scene['direction']): Omit<AcsSpot, 'function'> {
  return direction === 'down'
    ? { x: slot.x + slot.width / 2, y: slot.y + slot.height + 9, anchor: 'middle' }
    : { x: slot.x + slot.width + 4, y: slot.y + slot.height / 2 + 4, anchor: 'start' };
}

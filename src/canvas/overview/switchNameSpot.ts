import type { Direction, Rect, SceneBox } from '../../layout/scene.ts';
import { textWidth } from '../../layout/textWidth.ts';
import { type Camera, rectToScreen } from '../camera/camera.ts';
import { around } from '../rects.ts';

/** A free place for a line of words, in CSS pixels: its left end, its middle, and how long it may be. */
export interface NameSpot {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

interface Asked {
  readonly camera: Camera;
  readonly direction: Direction;
  /** A lit way runs through the switch, beside its ports. */
  readonly isOnWay: boolean;
}

const PAD = 4;
/** A line of 11 px needs so much. */
const LINE = 11;
/** A lit way keeps this far from the ports, in drawing units; and is so thick, in pixels. */
const WAY_GAP = 8;
const WAY_WIDTH = 4;

/**
 * Where on a switch its name is not struck through by ports and lines: beside the upstream port if
 * it fits there; else between the rows of ports, or cut. `null`: nowhere.
 */
export function switchNameSpot(
  box: SceneBox,
  name: string,
  { camera, direction, isOnWay }: Asked,
): NameSpot | null {
  const rect = rectToScreen(camera, box.rect);
  const upper = box.ports.find(({ role }) => role === 'upstream');
  const below = around(box.ports.filter((port) => port !== upper).map((port) => port.rect));
  const up = upper && rectToScreen(camera, upper.rect);
  const down = below && rectToScreen(camera, below);
  const way = isOnWay ? WAY_GAP * camera.k + WAY_WIDTH : 0;
  const x = rect.x + PAD;
  if (direction === 'down') {
    const end = down ? down.y - way : rect.y + rect.height;
    return besideOrBelow(rect, up, end, textWidth(name, 'link'), isOnWay);
  }
  const end = (down ? down.x - way : rect.x + rect.width) - PAD;
  if (!up) return { x, y: rect.y + rect.height / 2, room: end - x };
  const above = up.y - rect.y;
  if (above >= LINE) return { x, y: rect.y + Math.min(above / 2, LINE), room: end - x };
  const right = up.x + up.width + PAD;
  return isOnWay ? null : { x: right, y: up.y + up.height / 2, room: end - right };
}

/** Of a switch with its upstream port on the upper edge; `end` is where the lower ports begin. */
function besideOrBelow(
  rect: Rect,
  up: Rect | undefined,
  end: number,
  length: number,
  isOnWay: boolean,
): NameSpot | null {
  const x = rect.x + PAD;
  const room = rect.width - 2 * PAD;
  if (end - rect.y < LINE) return null;
  const y = (rect.y + end) / 2;
  if (!up) return { x, y, room };
  const beside = { x, y, room: up.x - PAD - x };
  const from = up.y + up.height;
  // Redirected requests go up right there.
  const isFree = !isOnWay && end - from >= LINE;
  if (length <= beside.room || !isFree) return beside;
  return { x, y: (from + end) / 2, room };
}

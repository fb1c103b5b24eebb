import type { Point } from '../../../layout/scene.ts';
import type { PartId } from '../../../store/state.ts';
import { type Camera, toScreen } from '../../camera/camera.ts';
import type { Device } from '../../gestures/gestureTypes.ts';
import type { Drawn } from '../../state/drawn.ts';

/** Of the handle on the screen, in CSS pixels; what a finger hits is as large as a finger. */
export const HANDLE = 9;
const REACH: Readonly<Record<Device, number>> = { mouse: 11, pen: 14, touch: 22 };
/** Further away a card is hardly larger than its handle. */
const FROM = 0.4;

/** Where the handle of a device sits: in the middle of its right edge. `null`: it is no card. */
export function flowHandle({ tree }: Pick<Drawn, 'tree'>, part: PartId): Point | null {
  const found = tree.parts.get(part);
  if (found?.what.kind !== 'box' || found.what.box.kind !== 'device') return null;
  const { x, y, width, height } = found.rect;
  return { x: x + width, y: y + height / 2 };
}

export function isHandleShown({ k }: Camera): boolean {
  return k >= FROM;
}

/** Is a point of the screen on the handle of a device? */
export function isOnHandle(
  drawn: Pick<Drawn, 'tree'>,
  part: PartId,
  camera: Camera,
  at: Point,
  device: Device,
): boolean {
  const place = flowHandle(drawn, part);
  if (!place || !isHandleShown(camera)) return false;
  const on = toScreen(camera, place);
  return Math.hypot(at.x - on.x, at.y - on.y) <= REACH[device];
}

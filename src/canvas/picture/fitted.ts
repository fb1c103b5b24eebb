import type { Rect } from '../../layout/scene.ts';
import type { Camera, Size } from '../camera/camera.ts';

/** Nothing is drawn larger than this: a machine of three parts is no poster. */
const LARGEST = 0.8;

/** The camera that shows all of it in the middle, with a margin on each side. */
export function fitted(bounds: Rect, size: Size, pad: number): Camera {
  const k = Math.min(
    LARGEST,
    (size.width - 2 * pad) / bounds.width,
    (size.height - 2 * pad) / bounds.height,
  );
  return {
    k,
    x: size.width / 2 - (bounds.x + bounds.width / 2) * k,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * k,
  };
}

import { rectToScreen } from '../camera/camera.ts';
import type { Brush, Overview } from '../overview/overview.ts';
import { paintSign } from '../overview/paintLabels.ts';

/** From here on the sheet's own painter draws them, in CSS pixels of a box's height and width. */
const SHEETS = 12;
const LEAST = 5;

/** Signs of devices on boxes that are too small for the sheet's painter: in a picture they do. */
export function paintSmallSigns(
  brush: Brush,
  { scene, camera, palette, signs, ratio }: Overview,
): void {
  for (const box of scene.boxes) {
    if (box.kind !== 'device') continue;
    const rect = rectToScreen(camera, box.rect);
    const least = Math.min(rect.height, rect.width);
    const size = Math.min(least - 1, 10);
    if (least >= SHEETS || size < LEAST) continue;
    const left = rect.x + (rect.width - size) / 2;
    const top = rect.y + (rect.height - size) / 2;
    paintSign(brush, signs.devices[box.device], left, top, size, ratio, palette.strong.ink);
  }
}

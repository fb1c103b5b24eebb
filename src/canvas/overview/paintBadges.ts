import type { SceneBox } from '../../layout/scene.ts';
import { rectToScreen } from '../camera/camera.ts';
import type { Brush, Overview } from './overview.ts';
import { paintSign } from './paintLabels.ts';

/** Verdicts of the one chosen end, on the corners of cards, of a size that can still be told apart. */
export function paintBadges(brush: Brush, boxes: readonly SceneBox[], overview: Overview): void {
  const { camera, palette, signs, verdicts, isStale, ratio } = overview;
  if (verdicts.size === 0) return;
  for (const box of boxes) {
    const kinds = verdicts.get(box.key);
    if (!kinds) continue;
    const rect = rectToScreen(camera, box.rect);
    const size = Math.min(14, Math.max(8, rect.height - 2));
    const width = (size + 2) * kinds.length;
    const left = rect.x + rect.width - width + Math.min(6, size / 3);
    const top = rect.y + rect.height - size + Math.min(4, size / 4);
    brush.beginPath();
    brush.roundRect(left - 1, top - 1, width + 2, size + 2, (size + 2) / 2);
    brush.fillStyle = palette.strong.field;
    brush.fill();
    brush.lineWidth = 1;
    brush.strokeStyle = palette.strong.outline;
    brush.stroke();
    kinds.forEach((kind, index) => {
      const colour = palette.verdicts[isStale ? 'unknown' : kind];
      const x = left + 1 + index * (size + 2);
      paintSign(brush, signs.verdicts[kind], x, top, size, ratio, colour);
    });
  }
}

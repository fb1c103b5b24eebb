import type { Brush } from './overview.ts';
import type { OverviewHeat } from './overviewHeat.ts';

/** No band is thinner than this on the screen, in CSS pixels. */
const THINNEST = 1.25;

/** What links carry: over their lines and under the boxes. */
export function paintHeat(
  brush: Brush,
  { paints }: OverviewHeat,
  shades: readonly string[],
  k: number,
): void {
  brush.setLineDash([]);
  for (const { step, width, lines } of paints) {
    brush.beginPath();
    for (const points of lines) {
      points.forEach((at, index) => {
        if (index === 0) brush.moveTo(at.x, at.y);
        else brush.lineTo(at.x, at.y);
      });
    }
    brush.strokeStyle = shades[step] ?? shades.at(-1) ?? '#808080';
    brush.lineWidth = Math.max(width, THINNEST / k);
    brush.stroke();
  }
}

import type { SceneTie } from '../../layout/scene.ts';
import type { Brush } from './overview.ts';
import type { Inks } from './palette.ts';

/** Lines beside the tree from afar: thin, and dashed where nothing is computed for them. */
export function paintTies(
  brush: Brush,
  ties: readonly SceneTie[],
  k: number,
  { line }: Inks,
): void {
  for (const { points, isModelled } of ties) {
    brush.beginPath();
    points.forEach(({ x, y }, index) => {
      if (index === 0) brush.moveTo(x, y);
      else brush.lineTo(x, y);
    });
    brush.setLineDash(isModelled ? [] : [5 / k, 3 / k]);
    brush.strokeStyle = line;
    brush.lineWidth = 1 / k;
    brush.stroke();
  }
  if (ties.length > 0) brush.setLineDash([]);
}

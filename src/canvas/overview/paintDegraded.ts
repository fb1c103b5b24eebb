import type { SceneLink } from '../../layout/scene.ts';
import { toScreen } from '../camera/camera.ts';
import { halfway } from '../draw/linePath.ts';
import type { Brush, Overview } from './overview.ts';

/** Half the width of the sign, and half its height, at 100 %, in CSS pixels; and how small it gets. */
const HALF = { width: 5.5, height: 4.5 };
const SMALLEST = 0.8;

/** The triangle of links that are less than they could be, of a size that is seen from afar. */
export function paintDegraded(
  brush: Brush,
  links: readonly SceneLink[],
  { camera, palette, lit }: Overview,
): void {
  const scale = Math.max(SMALLEST, camera.k);
  const width = HALF.width * scale;
  const height = HALF.height * scale;
  brush.lineJoin = 'round';
  brush.lineWidth = 1.25;
  for (const link of links) {
    if (!link.isDegraded || link.isDown) continue;
    const { x, y } = toScreen(camera, halfway(link.points));
    const inks = lit === null || lit.links.has(link.key) ? palette.strong : palette.weak;
    brush.beginPath();
    brush.moveTo(x - width, y - height);
    brush.lineTo(x + width, y - height);
    brush.lineTo(x, y + height);
    brush.lineTo(x - width, y - height);
    brush.lineTo(x + width, y - height);
    brush.fillStyle = inks.paper;
    brush.fill();
    brush.strokeStyle = inks.ink;
    brush.stroke();
  }
}

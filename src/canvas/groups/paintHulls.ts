import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import { rectToScene } from '../camera/camera.ts';
import type { Brush, Overview } from '../overview/overview.ts';
import { hullLabel } from './hullLabel.ts';
import type { ShownHull } from './shownHulls.ts';

/** Pieces lower than this on the screen, in CSS pixels, are left out: small marks seen from afar. */
const LOWEST = 10;

/** Outlines round groups on the canvas; in scene coordinates, like boxes and links. */
export function paintHulls(brush: Brush, overview: Overview): void {
  const { camera, palette, hulls, lit } = overview;
  if (hulls.length === 0) return;
  const { k } = camera;
  const view = rectToScene(camera, overview.part);
  const inks = lit || overview.areHullsStale ? palette.weak : palette.strong;
  for (const isPointed of [false, true]) {
    brush.beginPath();
    for (const loop of loopsIn(hulls, isPointed, view, k)) {
      loop.forEach(({ x, y }, index) => {
        if (index === 0) brush.moveTo(x, y);
        else brush.lineTo(x, y);
      });
      const [first] = loop;
      if (first) brush.lineTo(first.x, first.y);
    }
    brush.setLineDash(isPointed ? [] : [6 / k, 3 / k]);
    brush.strokeStyle = isPointed ? inks.accent : inks.quiet;
    brush.lineWidth = (isPointed ? 2 : 1.25) / k;
    brush.stroke();
  }
  brush.setLineDash([]);
}

function loopsIn(hulls: readonly ShownHull[], isPointed: boolean, view: Rect, k: number) {
  return hulls
    .filter((hull) => hull.isPointed === isPointed)
    .flatMap(({ pieces }) => pieces)
    .filter(({ bounds }) => isPointed || bounds.height * k >= LOWEST)
    .filter(({ bounds }) => intersects(bounds, view))
    .flatMap(({ loops }) => loops);
}

/** Their numbers, in the size of the screen; to be painted in screen coordinates. */
export function paintHullLabels(brush: Brush, overview: Overview): void {
  const { camera, palette, hulls, lit } = overview;
  const inks = lit || overview.areHullsStale ? palette.weak : palette.strong;
  brush.font = `600 11px ${palette.fonts.words}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  for (const { group, pieces, isPointed } of hulls) {
    for (const { label } of pieces) {
      const tag = hullLabel(group, label, 'overview', camera.k);
      if (!label || !tag) continue;
      const x = camera.x + label.at.x * camera.k + tag.x;
      const y = camera.y + label.at.y * camera.k + tag.y;
      brush.fillStyle = inks.paper;
      brush.fillRect(x, y, tag.width, tag.height);
      brush.fillStyle = isPointed ? inks.accent : inks.quiet;
      brush.fillText(tag.text, x + tag.width / 2, y + tag.height / 2 + 0.5);
    }
  }
}

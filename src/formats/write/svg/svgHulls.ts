import type { GroupHull } from '../../../layout/groupHulls.ts';
import type { HullLabel } from '../../../layout/hulls/labelSpot.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { Point } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { SvgLook } from './palette.ts';
import { heldWidth } from './svgText.ts';
import { element, escapeXml } from './xml.ts';

/** How groups are outlined; the legend draws a stretch of it. */
export function hullLine(look: SvgLook) {
  return { stroke: look.quiet, 'stroke-width': 1.25, 'stroke-dasharray': '6 3' } as const;
}

/** A label, and how far it reaches over the line towards the box. */
const HEIGHT = 13;
const OVER = 2;

/** Outlines round IOMMU groups, each with its number. */
export function svgHulls(hulls: readonly GroupHull[], look: SvgLook): string {
  return hulls
    .map(({ group, pieces }) => {
      const d = pieces.flatMap(({ loops }) => loops.map(loopPath)).join('');
      if (d === '') return '';
      const title = element('title', {}, `IOMMU group ${group}`);
      const outline = element('path', { d, fill: 'none', ...hullLine(look) });
      const labels = pieces.map(({ label }) => labelOf(group, label, look));
      return element('g', {}, title + outline + labels.join(''));
    })
    .join('');
}

function loopPath(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${tenths(x)} ${tenths(y)}`).join('L')}Z`;
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function labelOf(group: number, at: HullLabel | null, look: SvgLook): string {
  const text = `group ${group}`;
  const width = Math.ceil(textWidth(text, 'count')) + 8;
  if (!at || width > at.room) return '';
  const x = at.reaches === 'right' ? at.at.x : at.at.x - width;
  const y = at.at.y + (at.stands === 'above' ? OVER - HEIGHT : -OVER);
  const ground = element('rect', { x, y, width, height: HEIGHT, fill: look.ground });
  const values = { x: x + 4, y: y + HEIGHT - 3, 'font-size': TEXT_SIZES.count, fill: look.quiet };
  return ground + element('text', { ...values, ...heldWidth(text, 'count') }, escapeXml(text));
}

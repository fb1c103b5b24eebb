import type { GroupHull, HullPiece } from '../../../layout/groupHulls.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { Point } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import { PRINT } from './palette.ts';
import { heldWidth } from './svgText.ts';
import { element, escapeXml } from './xml.ts';

/** How groups are outlined; the legend draws a stretch of it. */
export const HULL_LINE = {
  stroke: PRINT.quiet,
  'stroke-width': 1.25,
  'stroke-dasharray': '6 3',
} as const;

/** Lower pieces have no room for a word. */
const LEAST_HEIGHT = 24;

/** Outlines round IOMMU groups, each with its number. */
export function svgHulls(hulls: readonly GroupHull[]): string {
  return hulls
    .map(({ group, pieces }) => {
      const d = pieces.flatMap(({ loops }) => loops.map(loopPath)).join('');
      if (d === '') return '';
      const title = element('title', {}, `IOMMU group ${group}`);
      const outline = element('path', { d, fill: 'none', ...HULL_LINE });
      const labels = pieces.map((piece) => label(`group ${group}`, piece));
      return element('g', {}, title + outline + labels.join(''));
    })
    .join('');
}

function loopPath(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${tenths(x)} ${tenths(y)}`).join('L')}Z`;
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function label(text: string, { bounds, label: at }: HullPiece): string {
  const width = Math.ceil(textWidth(text, 'count')) + 8;
  if (bounds.height < LEAST_HEIGHT || bounds.width < width + 8) return '';
  const { x, y } = at.from;
  const ground = element('rect', { x, y: y - 7, width, height: 14, fill: PRINT.ground });
  const values = { x: x + 4, y: y + 4, 'font-size': TEXT_SIZES.count, fill: PRINT.quiet };
  return ground + element('text', { ...values, ...heldWidth(text, 'count') }, escapeXml(text));
}

import { fullMark } from '../../../layout/flows/fullMark.ts';
import type { DrawnHeat } from '../../../layout/flows/heatOf.ts';
import type { SvgLook } from './palette.ts';
import { corners } from './svgLinks.ts';
import { svgText } from './svgText.ts';
import { element } from './xml.ts';

/** What links carry: bands over their lines and under the boxes. */
export function svgHeat({ bands }: Pick<DrawnHeat, 'bands'>, look: SvgLook): string {
  if (bands.length === 0) return '';
  const ordered = bands.toSorted((a, b) => a.step - b.step);
  const lines = ordered.map(({ points, step, width }) =>
    element('polyline', {
      points: corners(points),
      stroke: look.shades[step],
      'stroke-width': width,
    }),
  );
  const d = bands.map(fullMark).join('');
  const full =
    d === ''
      ? ''
      : element('path', { d, stroke: look.ground, 'stroke-width': 3.5 }) +
        element('path', { d, stroke: look.ink, 'stroke-width': 1.25 });
  return element('g', { fill: 'none', 'stroke-linejoin': 'round' }, lines.join('') + full);
}

/** Figures beside links: over everything. */
export function svgHeatTexts({ labels }: Pick<DrawnHeat, 'labels'>, look: SvgLook): string {
  return labels.flatMap(({ texts }) => texts.map((text) => svgText(text, look, look.ink))).join('');
}

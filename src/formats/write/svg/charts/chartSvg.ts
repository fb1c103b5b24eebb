import { fillPath, pointPath } from '../../../../layout/charts/chartPaths.ts';
import type { ChartScene, ChartText } from '../../../../layout/charts/chartScene.ts';
import { FIGURE_ROLES, TEXT_SIZES } from '../../../../layout/metrics.ts';
import { type SvgPageOptions, svgPage } from '../mapping/svgPage.ts';
import { FACES } from '../palette.ts';
import { heldWidth } from '../svgText.ts';
import { element, escapeXml } from '../xml.ts';
import { type ChartLook, chartLook, fillInk, pointInk, strokeInk } from './chartInks.ts';

/** A chart for a page: its title and words above, its conditions below; every colour is in it. */
export function chartSvg(scene: ChartScene, options: SvgPageOptions): string {
  const look = chartLook(options.theme);
  const markup = [
    ...scene.areas.map(({ fill, rect }) => {
      const { area, lines } = fillInk(fill, look);
      const over = fillPath(fill, rect);
      const path = over === null || over === '' ? '' : element('path', { d: over, ...lines });
      return `${element('rect', { ...rect, ...area })}${path}`;
    }),
    ...scene.strokes.map(({ kind, path }) =>
      element('path', { d: path, fill: 'none', ...strokeInk(kind, look) }),
    ),
    ...scene.points.map((point) =>
      element('path', { d: pointPath(point), ...pointInk(point.kind, look) }),
    ),
    ...scene.texts.map((text) => svgChartText(text, look)),
  ];
  return svgPage({ markup, width: scene.width, bottom: scene.height }, options);
}

function svgChartText({ x, y, role, anchor, text, tone }: ChartText, look: ChartLook): string {
  const isFigures = FIGURE_ROLES.has(role);
  const values = {
    x,
    y,
    'font-size': TEXT_SIZES[role],
    'font-family': isFigures ? FACES.figures : undefined,
    'font-weight': role === 'caption' ? 600 : role === 'title' ? 500 : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(isFigures ? {} : heldWidth(text, role)),
    fill: tone === 'quiet' ? look.quiet : undefined,
    // Lines stop short of words.
    stroke: look.ground,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return element('text', values, escapeXml(text));
}

import type { IommuBox, IommuScene, IommuText } from '../../../../layout/iommu/iommuScene.ts';
import { hatchPath } from '../../../../layout/mapping/mappingPaths.ts';
import { FIGURE_ROLES, TEXT_SIZES } from '../../../../layout/metrics.ts';
import { FACES, SVG_LOOKS, type SvgLook } from '../palette.ts';
import { heldWidth } from '../svgText.ts';
import { type Attributes, element, escapeXml } from '../xml.ts';
import { SPACE_LOOKS, type SpaceLook } from './spaceLooks.ts';
import { type SvgPageOptions, svgPage } from './svgPage.ts';

const BETWEEN = 20;

/** A page table, the time after unmapping, or the space of addresses, one below the other, for a page. */
export function iommuSvg(scenes: readonly IommuScene[], options: SvgPageOptions): string {
  const look = SVG_LOOKS[options.theme];
  const spaces = SPACE_LOOKS[options.theme];
  const markup: string[] = [];
  let y = 0;
  for (const scene of scenes) {
    const transform = `translate(0 ${y})`;
    markup.push(element('g', { transform }, svgIommu(scene, look, spaces)));
    y += scene.height + BETWEEN;
  }
  const width = Math.max(0, ...scenes.map((scene) => scene.width));
  return svgPage({ markup, width, bottom: Math.max(0, y - BETWEEN) }, options);
}

function svgIommu({ boxes, lines, texts }: IommuScene, look: SvgLook, spaces: SpaceLook): string {
  return [
    ...boxes.map((box) => svgBox(box, look, spaces)),
    ...lines.map(({ kind, from, to }) =>
      element('line', {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        stroke: { tick: spaces.lines.IOVA, way: look.quiet, rule: look.hairline }[kind],
      }),
    ),
    ...texts.map((text) => svgIommuText(text, look)),
  ].join('\n');
}

function svgBox({ kind, rect }: IommuBox, look: SvgLook, spaces: SpaceLook): string {
  const parts = [element('rect', { ...rect, 'stroke-width': 0.75, ...inkOf(kind, look, spaces) })];
  if (kind === 'waiting' || kind === 'padding') {
    const hatch = { fill: 'none', stroke: look.outline, 'stroke-width': 0.5, opacity: 0.5 };
    parts.push(element('path', { d: hatchPath(rect), ...hatch }));
  }
  if (kind === 'peer') {
    const fill = look.verdicts.THRU_HOST_BRIDGE.stroke;
    parts.push(element('rect', { ...rect, width: 4, fill }));
  }
  return parts.join('');
}

/** As on the page: an IOVA's tint where addresses are used, memory's where they lead. */
function inkOf(kind: IommuBox['kind'], look: SvgLook, { tints, lines }: SpaceLook): Attributes {
  switch (kind) {
    case 'pages':
    case 'taken':
      return { fill: tints.IOVA, stroke: lines.IOVA };
    case 'waiting':
      return { fill: tints.IOVA, stroke: lines.IOVA, 'stroke-dasharray': '4 3' };
    case 'cached':
      return { fill: 'none', stroke: lines.IOVA, 'stroke-dasharray': '3 3' };
    case 'ram':
      return { fill: tints.PHYS, stroke: lines.PHYS };
    case 'peer':
      return { fill: tints.PHYS, stroke: look.verdicts.THRU_HOST_BRIDGE.stroke };
    case 'padding':
      return { fill: 'none', stroke: look.outline, 'stroke-dasharray': '3 3' };
    case 'reserved':
      return { fill: look.port, stroke: look.outline };
    case 'free':
      return { fill: 'none', stroke: look.hairline };
    case 'index':
    case 'leaf':
      return { fill: look.box, stroke: look.outline };
  }
}

function svgIommuText({ x, y, role, anchor, text, tone }: IommuText, look: SvgLook): string {
  const isFigures = FIGURE_ROLES.has(role);
  const values = {
    x,
    y,
    'font-size': TEXT_SIZES[role],
    'font-family': isFigures ? FACES.figures : undefined,
    'font-weight': role === 'caption' ? 600 : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(isFigures ? {} : heldWidth(text, role)),
    fill: tone === 'quiet' ? look.quiet : undefined,
  };
  return element('text', values, escapeXml(text));
}

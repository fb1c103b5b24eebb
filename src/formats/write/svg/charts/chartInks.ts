import type {
  ChartFill,
  ChartPointKind,
  ChartStrokeKind,
} from '../../../../layout/charts/chartScene.ts';
import { SVG_LOOKS, type SvgLook, type SvgTheme } from '../palette.ts';
import type { Attributes } from '../xml.ts';

/** The colours of a chart in a file: paper, ink, and those that the page has for the same things. */
export interface ChartLook extends SvgLook {
  /** What is looked at. */
  readonly accent: string;
  /** What fills a link: payload, headers, DLLPs, and the patterns over them. */
  readonly heat: {
    readonly payload: string;
    readonly header: string;
    readonly dllp: string;
    readonly lines: string;
  };
}

const CHART_LOOKS: Readonly<Record<SvgTheme, Pick<ChartLook, 'accent' | 'heat'>>> = {
  light: {
    accent: '#2459c4',
    heat: { payload: '#7b4199', header: '#b596cb', dllp: '#cfc0dc', lines: '#551a73' },
  },
  dark: {
    accent: '#8ab4ff',
    heat: { payload: '#b892d9', header: '#71598f', dllp: '#54456b', lines: '#e3c2fb' },
  },
};

export function chartLook(theme: SvgTheme): ChartLook {
  return { ...SVG_LOOKS[theme], ...CHART_LOOKS[theme] };
}

/** An area, and the lines over it. */
export function fillInk(
  fill: ChartFill,
  look: ChartLook,
): { readonly area: Attributes; readonly lines: Attributes } {
  const outline = { stroke: look.outline, 'stroke-width': 0.75 };
  const lines = { fill: 'none', stroke: look.outline, 'stroke-width': 0.75 };
  switch (fill) {
    case 'now':
      return { area: { fill: look.quiet }, lines };
    case 'payload':
      return { area: { fill: look.heat.payload }, lines };
    case 'header':
    case 'dllp':
      return { area: { fill: look.heat[fill] }, lines: { ...lines, stroke: look.heat.lines } };
    case 'skp':
      return { area: { fill: look.box, ...outline }, lines: { ...lines, stroke: look.ink } };
    case 'before':
      return { area: { fill: look.box, ...outline }, lines };
    case 'idle':
      return { area: { fill: 'none', ...outline, stroke: look.hairline }, lines };
  }
}

export function strokeInk(kind: ChartStrokeKind, look: ChartLook): Attributes {
  switch (kind) {
    case 'grid':
      return { stroke: look.hairline, 'stroke-width': 0.5 };
    case 'axis':
      return { stroke: look.outline, 'stroke-width': 1 };
    case 'leader':
      return { stroke: look.outline, 'stroke-width': 0.75 };
    case 'mark':
      return { stroke: look.quiet, 'stroke-width': 1, 'stroke-dasharray': '2 3' };
    case 'full':
      return { stroke: look.ink, 'stroke-width': 1 };
    case 'limit':
      return { stroke: look.quiet, 'stroke-width': 1.25 };
    case 'envelope':
      return { stroke: look.ink, 'stroke-width': 5, 'stroke-linejoin': 'round' };
    case 'alone':
      return { stroke: look.ink, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' };
    case 'others':
      return { stroke: look.accent, 'stroke-width': 2.5, 'stroke-linejoin': 'round' };
  }
}

export function pointInk(kind: ChartPointKind, look: ChartLook): Attributes {
  if (kind === 'now') return { fill: look.accent, stroke: look.ground, 'stroke-width': 1.5 };
  return { fill: look.ink };
}

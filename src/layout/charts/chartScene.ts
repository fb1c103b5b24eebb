import type { Point, Rect, TextRole } from '../scene.ts';

/*
 * A chart as it is drawn, on the page and into files alike. What a thing is decides its ink: whoever draws
 * looks that up (`ChartDrawing.module.css`, `chartInks.ts`), and nothing is told apart by its hue alone.
 */

/** Fills, each told from the others by its shade and by what is drawn over it. */
export const CHART_FILLS = ['payload', 'header', 'dllp', 'skp', 'idle', 'now', 'before'] as const;
export type ChartFill = (typeof CHART_FILLS)[number];

export interface ChartArea {
  readonly key: string;
  readonly fill: ChartFill;
  readonly rect: Rect;
}

export const CHART_STROKES = [
  'grid',
  'axis',
  /** From words to what they are about, where they had to move. */
  'leader',
  /** A size or figure of note, as a line across the plot. */
  'mark',
  /** Where a bar would be full. */
  'full',
  'limit',
  'envelope',
  'alone',
  'others',
] as const;
export type ChartStrokeKind = (typeof CHART_STROKES)[number];

export interface ChartStroke {
  readonly key: string;
  readonly kind: ChartStrokeKind;
  /** An SVG path of lines. */
  readonly path: string;
}

/** `now`: what is looked at; `plain`: one of several; `excess`: more is wanted than there is. */
export type ChartPointKind = 'now' | 'plain' | 'excess';

export interface ChartPoint extends Point {
  readonly key: string;
  readonly kind: ChartPointKind;
}

export interface ChartText extends Point {
  readonly role: TextRole;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly tone: 'ink' | 'quiet';
}

export interface ChartScene {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly ChartArea[];
  readonly strokes: readonly ChartStroke[];
  readonly points: readonly ChartPoint[];
  readonly texts: readonly ChartText[];
}

/** A chart while it is being laid out. */
export interface ChartDraft {
  readonly areas: ChartArea[];
  readonly strokes: ChartStroke[];
  readonly points: ChartPoint[];
  readonly texts: ChartText[];
}

export function emptyDraft(): ChartDraft {
  return { areas: [], strokes: [], points: [], texts: [] };
}

import type { ChartDraft } from '../../../layout/charts/chartScene.ts';
import type { Rect } from '../../../layout/scene.ts';
import type { Axis } from './axes.ts';

interface Axes {
  readonly plot: Rect;
  readonly across: Axis;
  readonly up: Axis;
  readonly acrossTitle: string;
  readonly upTitle: string;
}

/** Grid, ticks and titles of a plot; the title of what rises stands above it, as is read. */
export function addAxes(draft: ChartDraft, { plot, across, up, acrossTitle, upTitle }: Axes): void {
  const { strokes, texts } = draft;
  const [right, foot] = [plot.x + plot.width, plot.y + plot.height];
  for (const { value, at, label } of up.ticks) {
    strokes.push({ key: `up ${value}`, kind: 'grid', path: `M${plot.x},${at}H${right}` });
    if (label === null) continue;
    const place = { x: plot.x - 6, y: at + 4, anchor: 'end' } as const;
    texts.push({ ...place, role: 'quiet', text: label, tone: 'quiet' });
  }
  for (const { value, at, label } of across.ticks) {
    const top = label === null ? foot : plot.y;
    strokes.push({ key: `across ${value}`, kind: 'grid', path: `M${at},${top}V${foot + 4}` });
    if (label === null) continue;
    const place = { x: at, y: foot + 16, anchor: 'middle' } as const;
    texts.push({ ...place, role: 'quiet', text: label, tone: 'quiet' });
  }
  strokes.push({ key: 'axis', kind: 'axis', path: `M${plot.x},${plot.y}V${foot}H${right}` });
  texts.push(
    { x: plot.x, y: plot.y - 8, role: 'quiet', anchor: 'start', text: upTitle, tone: 'quiet' },
    { x: right, y: foot + 30, role: 'quiet', anchor: 'end', text: acrossTitle, tone: 'quiet' },
  );
}

/** Room that they take around a plot. */
export const AXES = { left: 44, right: 12, top: 22, bottom: 36 } as const;

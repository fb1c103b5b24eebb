import type { FlowCurves } from '../../../engine/flows/throughputReport.ts';
import { linePath } from '../../../layout/charts/chartPaths.ts';
import { type ChartScene, emptyDraft } from '../../../layout/charts/chartScene.ts';
import type { Rect } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import { AXES, addAxes } from '../chart/addAxes.ts';
import { rateAxis, sizeAxis } from '../chart/axes.ts';
import { addLegend } from '../chart/legend.ts';

/** A size of note: `MPS 256 B`. */
export interface SizeMark {
  readonly bytes: number;
  readonly words: string;
}

export interface SweepOptions {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly SizeMark[];
  /** How large transfers are now, and what they get. */
  readonly now: { readonly bytes: number; readonly bytesPerSecond: number } | null;
}

export interface LaidCurves {
  readonly scene: ChartScene;
  readonly plot: Rect;
  /** Where each size lies across. */
  readonly places: readonly number[];
  readonly heightOf: (bytesPerSecond: number) => number;
}

/** What a flow gets over sizes of its transfers: by itself, and with the others. */
export function layOutSweep(
  { sizes, alone, withOthers }: Pick<FlowCurves, 'sizes' | 'alone' | 'withOthers'>,
  { width, height, marks, now }: SweepOptions,
): LaidCurves {
  const draft = emptyDraft();
  const legend = addLegend(
    draft,
    [
      { sign: { stroke: 'others' }, words: 'with the other flows' },
      { sign: { stroke: 'alone' }, words: 'alone' },
      ...(now ? [{ sign: { point: 'now' }, words: 'as it is now' } as const] : []),
    ],
    { x: AXES.left, y: 0, width: width - AXES.left },
  );
  const top = legend + AXES.top;
  const plot = {
    x: AXES.left,
    y: top,
    width: Math.max(40, width - AXES.left - AXES.right),
    height: Math.max(40, height - top - AXES.bottom),
  };
  const across = sizeAxis([sizes[0] ?? 1, sizes.at(-1) ?? 2], [plot.x, plot.x + plot.width]);
  const up = rateAxis(Math.max(0, ...alone, ...withOthers), [plot.y + plot.height, plot.y]);
  addAxes(draft, { plot, across, up, acrossTitle: 'bytes of a transfer', upTitle: 'GB/s' });
  addMarks(draft, { plot, place: across.place, marks });
  const places = sizes.map(across.place);
  const curve = (rates: readonly number[]) =>
    linePath(
      places.map((x, at) => {
        const rate = rates[at];
        return rate === undefined ? null : { x, y: up.place(rate) };
      }),
    );
  draft.strokes.push(
    { key: 'with others', kind: 'others', path: curve(withOthers) },
    { key: 'alone', kind: 'alone', path: curve(alone) },
  );
  if (now) {
    const [x, y] = [across.place(now.bytes), up.place(now.bytesPerSecond)];
    draft.points.push({ key: 'now', kind: 'now', x, y });
  }
  return { scene: { width, height, ...draft }, plot, places, heightOf: up.place };
}

/** Lines across the plot, with their words at its foot, where curves seldom are; each row's words apart. */
function addMarks(
  { strokes, texts }: ReturnType<typeof emptyDraft>,
  {
    plot,
    place,
    marks,
  }: {
    readonly plot: Rect;
    readonly place: (bytes: number) => number;
    readonly marks: readonly SizeMark[];
  },
): void {
  const foot = plot.y + plot.height;
  const ends: number[] = [];
  const rising = [...marks].sort((a, b) => a.bytes - b.bytes);
  for (const { bytes, words } of rising) {
    const x = place(bytes);
    const wide = textWidth(words, 'quiet');
    const isLeft = x + 4 + wide > plot.x + plot.width;
    const start = isLeft ? x - 4 - wide : x + 4;
    const free = ends.findIndex((end) => end + 6 <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = start + wide;
    strokes.push({ key: `mark ${words}`, kind: 'mark', path: `M${x},${plot.y}V${foot}` });
    texts.push({
      x: isLeft ? x - 4 : x + 4,
      y: foot - 6 - row * 14,
      role: 'quiet',
      anchor: isLeft ? 'end' : 'start',
      text: words,
      tone: 'ink',
    });
  }
}

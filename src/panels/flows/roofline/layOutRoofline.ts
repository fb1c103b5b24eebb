import { linePath } from '../../../layout/charts/chartPaths.ts';
import { emptyDraft } from '../../../layout/charts/chartScene.ts';
import type { Point, Rect } from '../../../layout/scene.ts';
import { fitText, textWidth } from '../../../layout/textWidth.ts';
import { AXES, addAxes } from '../chart/addAxes.ts';
import { decadeAxis, sizeAxis } from '../chart/axes.ts';
import { addLegend } from '../chart/legend.ts';
import { spread } from '../chart/spread.ts';
import type { LaidCurves } from '../sweep/layOutSweep.ts';
import { clipAbove } from './clipAbove.ts';
import type { Roof } from './roofs.ts';

export interface RooflineOptions {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  readonly envelope: readonly (number | null)[];
  /** What the flow gets beside the others. */
  readonly withOthers: readonly number[];
  readonly now: { readonly bytes: number; readonly bytesPerSecond: number } | null;
}

/** A line that lies further above what the flow could ever have than this says no more by its height. */
const MOST_ABOVE = 30;
/** Narrower than this, lines have letters, and the words stand below. */
const LEAST_FOR_WORDS = 560;
const ROW = 15;

/** A letter for a line whose words have no room at it. */
export function roofLetter(at: number): string {
  return String.fromCharCode(65 + (at % 26));
}

export function hasLetters(width: number): boolean {
  return width < LEAST_FOR_WORDS;
}

/** All limits of a flow over sizes of its transfers, each by itself, both axes by powers. */
export function layOutRoofline(
  roofs: readonly Roof[],
  { width, height, sizes, envelope, withOthers, now }: RooflineOptions,
): LaidCurves {
  const draft = emptyDraft();
  const legend = addLegend(
    draft,
    [
      { sign: { stroke: 'envelope' }, words: 'the lowest limit' },
      { sign: { stroke: 'limit' }, words: 'a limit by itself' },
      { sign: { stroke: 'others' }, words: 'with the other flows' },
      ...(now ? [{ sign: { point: 'now' }, words: 'as it is now' } as const] : []),
    ],
    { x: AXES.left, y: 0, width: width - AXES.left },
  );
  const words = roofs.map((roof, at) => (hasLetters(width) ? roofLetter(at) : roof.words));
  const widest = Math.max(0, ...words.map((each) => textWidth(each, 'quiet')));
  const side = Math.min(widest + 26, width * 0.36);
  const top = legend + AXES.top;
  const plot = {
    x: AXES.left,
    y: top,
    width: Math.max(40, width - AXES.left - side),
    height: Math.max(40, height - top - AXES.bottom),
  };
  const [right, foot] = [plot.x + plot.width, plot.y + plot.height];
  const across = sizeAxis([sizes[0] ?? 1, sizes.at(-1) ?? 2], [plot.x, right]);
  const up = decadeAxis(ratesToShow(roofs, [...envelope, ...withOthers]), [foot, plot.y]);
  addAxes(draft, { plot, across, up, acrossTitle: 'bytes of a transfer', upTitle: 'GB/s' });
  const places = sizes.map(across.place);
  const pointsOf = (rates: readonly (number | null)[]) => {
    const points = places.map((x, at): Point | null => {
      const rate = rates[at] ?? null;
      return rate === null || !(rate > 0) ? null : { x, y: Math.min(foot, up.place(rate)) };
    });
    // Above the plot it is cut off, not drawn flat along the edge.
    return clipAbove(points, plot.y);
  };
  const ends: RoofEnd[] = [];
  roofs.forEach(({ bytesPerSecond }, at) => {
    const points = pointsOf(bytesPerSecond);
    draft.strokes.push({ key: `roof ${at}`, kind: 'limit', path: linePath(points) });
    const last = points.findLast((point) => point !== null);
    if (last) ends.push({ from: last, words: words[at] ?? '' });
  });
  draft.strokes.push(
    { key: 'envelope', kind: 'envelope', path: linePath(pointsOf(envelope)) },
    { key: 'with others', kind: 'others', path: linePath(pointsOf(withOthers)) },
  );
  const isAtSide = ({ from }: RoofEnd) => from.x >= right - 1;
  addSideWords(draft, ends.filter(isAtSide), { plot, width });
  addTopWords(
    draft,
    ends.filter((end) => !isAtSide(end)),
    plot,
  );
  if (now && now.bytesPerSecond > 0) {
    const x = across.place(now.bytes);
    const y = Math.min(foot, up.place(now.bytesPerSecond));
    draft.points.push({ key: 'now', kind: 'now', x, y });
  }
  return { scene: { width, height, ...draft }, plot, places, heightOf: up.place };
}

/** Where a line ends, and what it is. */
interface RoofEnd {
  readonly from: Point;
  readonly words: string;
}

/** Beside the plot, each at the height of its line as far as others allow. */
function addSideWords(
  { strokes, texts }: ReturnType<typeof emptyDraft>,
  ends: readonly RoofEnd[],
  { plot, width }: { readonly plot: Rect; readonly width: number },
): void {
  const right = plot.x + plot.width;
  const heights = spread(
    ends.map(({ from }) => from.y),
    ROW,
    [plot.y + 4, plot.y + plot.height - 2],
  );
  ends.forEach(({ from, words }, at) => {
    const y = heights[at] ?? from.y;
    const path = `M${right},${from.y}L${right + 14},${y}`;
    strokes.push({ key: `leader ${at}`, kind: 'leader', path });
    const text = fitText(words, 'quiet', width - right - 20);
    texts.push({ x: right + 18, y: y + 4, role: 'quiet', anchor: 'start', text, tone: 'ink' });
  });
}

/** Right of where a line leaves the plot above, in rows where words would meet. */
function addTopWords(
  { texts }: ReturnType<typeof emptyDraft>,
  ends: readonly RoofEnd[],
  plot: Rect,
): void {
  const taken: number[] = [];
  const right = plot.x + plot.width;
  for (const { from, words } of [...ends].sort((a, b) => a.from.x - b.from.x)) {
    const x = from.x + 6;
    const text = fitText(words, 'quiet', Math.max(40, right - x));
    const free = taken.findIndex((end) => end + 8 <= x);
    const row = free < 0 ? taken.length : free;
    taken[row] = x + textWidth(text, 'quiet');
    texts.push({ x, y: plot.y + 12 + row * 14, role: 'quiet', anchor: 'start', text, tone: 'ink' });
  }
}

/** From the lowest that is had to the highest limit that is not absurdly far above. */
function ratesToShow(
  roofs: readonly Roof[],
  had: readonly (number | null)[],
): readonly [number, number] {
  const rates = had.filter((rate) => rate !== null && rate > 0 && Number.isFinite(rate));
  if (rates.length === 0) return [1e8, 1e10];
  const highest = Math.max(...rates.map(Number));
  const ends = roofs.flatMap(({ bytesPerSecond }) => {
    const known = bytesPerSecond.filter((rate) => rate !== null);
    const lowest = Math.min(...known);
    // All of it, so that one sees where it turns.
    return lowest <= highest * MOST_ABOVE ? [Math.min(Math.max(...known), highest * 4)] : [];
  });
  return [Math.min(...rates.map(Number)), Math.max(highest * 1.25, ...ends)];
}

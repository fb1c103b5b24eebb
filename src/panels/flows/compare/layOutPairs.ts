import { type ChartDraft, type ChartScene, emptyDraft } from '../../../layout/charts/chartScene.ts';
import { fitText, textWidth } from '../../../layout/textWidth.ts';
import { addLegend } from '../chart/legend.ts';
import type { ComparedRow, ComparedSection } from './comparedRows.ts';
import { differenceWords } from './differenceWords.ts';

const BAR = 10;
const FIGURE = 76;
const DIFFERENCE = 74;
const LEAST_BESIDE = 460;
const LIMIT = 16;

interface Columns {
  readonly width: number;
  readonly isBeside: boolean;
  /** Where bars begin, and how long one may become. */
  readonly x: number;
  readonly length: number;
}

/** Figures of two answers as pairs of bars, section below section, with what limits each and the difference. */
export function layOutPairs(
  sections: readonly ComparedSection[],
  { width, names }: { readonly width: number; readonly names: readonly [string, string] },
): ChartScene {
  const draft = emptyDraft();
  const shown = sections.filter(({ rows }) => rows.length > 0);
  const titles = shown.flatMap(({ rows }) =>
    rows.flatMap(({ title, about }) => [textWidth(title, 'title'), textWidth(about, 'quiet')]),
  );
  const isBeside = width >= LEAST_BESIDE;
  const label = isBeside ? Math.min(width * 0.32, Math.max(60, ...titles) + 14) : 0;
  const length = Math.max(40, width - label - FIGURE - DIFFERENCE);
  const columns = { width, isBeside, x: label, length };
  let y = addLegend(
    draft,
    [
      { sign: { fill: 'before' }, words: fitText(names[0], 'quiet', width - 40) },
      { sign: { fill: 'now' }, words: fitText(names[1], 'quiet', width - 40) },
    ],
    { x: 0, y: 0, width },
  );
  for (const section of shown) {
    y += 8;
    if (shown.length > 1) {
      const text = fitText(section.title, 'caption', width);
      draft.texts.push({ x: 0, y: y + 13, role: 'caption', anchor: 'start', text, tone: 'ink' });
      y += 22;
    }
    const most = Math.max(
      ...section.rows.flatMap(({ first, second }) => [first ?? 0, second ?? 0]),
    );
    for (const row of section.rows) y = addPair(draft, row, section, { y, most, columns });
  }
  return { width, height: Math.ceil(y), ...draft };
}

interface Place {
  readonly y: number;
  /** The figure of the longest bar. */
  readonly most: number;
  readonly columns: Columns;
}

/** Says where the next row begins. */
function addPair(
  draft: ChartDraft,
  row: ComparedRow,
  { write }: ComparedSection,
  { y: top, most, columns }: Place,
): number {
  const { width, isBeside, x, length } = columns;
  const { key, title, about, first, second } = row;
  let y = top;
  const heading = isBeside || about === '' ? title : `${title}: ${about}`;
  const name = fitText(heading, 'title', (isBeside ? x : width) - 10);
  draft.texts.push({ x: 0, y: y + 13, role: 'title', anchor: 'start', text: name, tone: 'ink' });
  if (isBeside && about !== '') {
    const text = fitText(about, 'quiet', x - 10);
    draft.texts.push({ x: 0, y: y + 28, role: 'quiet', anchor: 'start', text, tone: 'quiet' });
  }
  if (!isBeside) y += 18;
  const figures = [
    ['before', first],
    ['now', second],
  ] as const;
  figures.forEach(([fill, figure], at) => {
    const barTop = y + 1 + at * (BAR + 3);
    const text = { y: barTop + BAR - 1, role: 'quiet', anchor: 'start' } as const;
    if (figure === undefined) {
      draft.texts.push({ ...text, x, text: 'not there', tone: 'quiet' });
      return;
    }
    const part = most > 0 ? Math.max(0, figure ?? 0) / most : 0;
    const rect = { x, y: barTop, width: Math.max(1, part * length), height: BAR };
    if (figure !== null) draft.areas.push({ key: `${key} ${fill}`, fill, rect });
    const after = x + (figure === null ? 0 : rect.width + 6);
    draft.texts.push({ ...text, x: after, text: write(figure), tone: at === 0 ? 'quiet' : 'ink' });
  });
  const words = differenceWords(first ?? null, second ?? null);
  const isSame = words === 'same' || words === '';
  draft.texts.push({
    x: width,
    y: y + BAR + 6,
    role: isSame ? 'quiet' : 'caption',
    anchor: 'end',
    text: words,
    tone: isSame ? 'quiet' : 'ink',
  });
  y += 2 * BAR + 6;
  const limits = limitWords(row);
  if (limits !== '') {
    const text = fitText(limits, 'quiet', width - x);
    const tone = row.limits[0] === row.limits[1] ? 'quiet' : 'ink';
    draft.texts.push({ x, y: y + 10, role: 'quiet', anchor: 'start', text, tone });
    y += LIMIT;
  }
  return y + 8;
}

/** `Gen5 x16 above gpu1`; where it changes, from which to which. */
export function limitWords({ limits: [first, second], ...row }: ComparedRow): string {
  if (first === second || row.second === undefined) return first;
  if (row.first === undefined) return second;
  return `${first || 'no known limit'} → ${second || 'no known limit'}`;
}

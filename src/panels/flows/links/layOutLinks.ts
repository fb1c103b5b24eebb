import { type ChartScene, emptyDraft } from '../../../layout/charts/chartScene.ts';
import type { Rect } from '../../../layout/scene.ts';
import { fitText, textWidth } from '../../../layout/textWidth.ts';
import { addLegend } from '../chart/legend.ts';
import { rateWords } from '../words/rateWords.ts';
import { LINK_PARTS, PART_WORDS, percentWords } from './linkParts.ts';
import type { LinkRow } from './linkRows.ts';
import { demandWords, isCongested, isOversubscribed, rateName } from './linkWords.ts';

export interface LaidLinks {
  readonly scene: ChartScene;
  /** Where each row lies, with its words: what listens for it. */
  readonly rows: readonly Rect[];
}

/** Two rows make a target for a finger. */
const ROW = 22;
const BAR = 14;
const BETWEEN = 8;
const FIGURES = 108;
const WANTED = 92;
const WAY = 46;
/** Narrower than this, a link's name stands above its bars. */
const LEAST_BESIDE = 520;

/** Links as stacked bars, both ways below each other; the foot of a bar is what the link has after line code. */
export function layOutLinks(
  rows: readonly LinkRow[],
  { width, efficiency }: { readonly width: number; readonly efficiency: number },
): LaidLinks {
  const draft = emptyDraft();
  const isBeside = width >= LEAST_BESIDE;
  const hasWanted = rows.some(isOversubscribed);
  const names = rows.flatMap(({ report }) => [textWidth(report.title, 'title')]);
  const label = isBeside ? Math.min(width * 0.28, Math.max(70, ...names) + 12) : 0;
  const bar = {
    x: label + WAY,
    width: Math.max(60, width - label - WAY - FIGURES - (hasWanted ? WANTED : 0)),
  };
  const legend = addLegend(
    draft,
    [
      ...LINK_PARTS.map((part) => ({ sign: { fill: part }, words: PART_WORDS[part] })),
      ...(rows.some(isCongested)
        ? [{ sign: { point: 'excess' }, words: 'full, and more is wanted' } as const]
        : []),
    ],
    { x: 0, y: 0, width },
  );
  const top = legend + 22;
  let y = top;
  const places: Rect[] = [];
  rows.forEach((row, at) => {
    const isFirst = rows[at - 1]?.link !== row.link;
    if (isFirst && at > 0) y += BETWEEN;
    if (isFirst && !isBeside) {
      y += 18;
      const words = `${row.report.title} · ${rateName(row)}`;
      addName(draft, { x: 0, y: y - 5, words: fitText(words, 'title', width) });
    }
    if (isBeside) {
      const words = isFirst ? row.report.title : rateName(row);
      const text = fitText(words, isFirst ? 'title' : 'quiet', label - 8);
      if (isFirst) addName(draft, { x: 0, y: y + 15, words: text });
      else
        draft.texts.push({ x: 0, y: y + 14, role: 'quiet', anchor: 'start', text, tone: 'quiet' });
    }
    addRow(draft, row, { y, bar, way: label });
    places.push({ x: 0, y, width, height: ROW });
    y += ROW;
  });
  addScale(draft, { bar, top, foot: y, efficiency });
  return { scene: { width, height: Math.ceil(y + 6), ...draft }, rows: places };
}

type Draft = ReturnType<typeof emptyDraft>;

function addName(
  { texts }: Draft,
  { x, y, words }: { readonly x: number; readonly y: number; readonly words: string },
): void {
  texts.push({ x, y, role: 'title', anchor: 'start', text: words, tone: 'ink' });
}

interface Place {
  readonly y: number;
  readonly bar: { readonly x: number; readonly width: number };
  /** Where the direction is written. */
  readonly way: number;
}

function addRow({ areas, points, texts }: Draft, row: LinkRow, { y, bar, way }: Place): void {
  const { direction, use, parts, link } = row;
  const text = { y: y + 15, role: 'quiet', anchor: 'start' } as const;
  const arrow = direction === 'up' ? '↑' : '↓';
  texts.push({ ...text, x: way, text: `${arrow} ${direction}`, tone: 'quiet' });
  if (row.report.capacity === null) {
    texts.push({ ...text, x: bar.x, text: 'rate not shown: no limit', tone: 'quiet' });
    return;
  }
  for (const { part, from, to } of parts) {
    if (to <= from) continue;
    const rect = {
      x: bar.x + from * bar.width,
      y: y + (ROW - BAR) / 2,
      width: (to - from) * bar.width,
      height: BAR,
    };
    areas.push({ key: `${link} ${direction} ${part}`, fill: part, rect });
  }
  const x = bar.x + bar.width + 8;
  const isIdle = use.bytesPerSecond === 0 && use.utilisation < 0.0005;
  const figures = `${rateWords(use.bytesPerSecond)} · ${percentWords(use.utilisation)}`;
  texts.push({ ...text, x, text: isIdle ? 'idle' : figures, tone: isIdle ? 'quiet' : 'ink' });
  if (!isOversubscribed(row)) return;
  const wanted = { ...text, x: x + FIGURES + 10, text: demandWords(row) };
  if (isCongested(row)) {
    points.push({
      key: `${link} ${direction}`,
      kind: 'excess',
      x: x + FIGURES + 2,
      y: y + ROW / 2,
    });
    texts.push({ ...wanted, role: 'caption', tone: 'ink' });
  } else {
    texts.push({ ...wanted, tone: 'quiet' });
  }
}

function addScale(
  { strokes, texts }: Draft,
  {
    bar,
    top,
    foot,
    efficiency,
  }: {
    readonly bar: Place['bar'];
    readonly top: number;
    readonly foot: number;
    readonly efficiency: number;
  },
): void {
  const y = top - 6;
  const filled = `${percentWords(efficiency)} can be filled`;
  const room = bar.width - 70;
  const words = [`of the bytes after line code; ${filled}`, filled].find(
    (each) => textWidth(each, 'quiet') <= room,
  );
  const text = { role: 'quiet', tone: 'quiet' } as const;
  const right = bar.x + bar.width;
  const full = bar.x + efficiency * bar.width;
  strokes.push({ key: 'can be filled', kind: 'mark', path: `M${full},${top - 2}V${foot}` });
  texts.push({ ...text, x: bar.x, y, anchor: 'start', text: '0' });
  texts.push({ ...text, x: right, y, anchor: 'end', text: '100 %' });
  if (words === undefined) return;
  texts.push({ ...text, x: bar.x + bar.width / 2, y, anchor: 'middle', text: words });
}

import { addressWords } from '../mapping/mappingWords.ts';
import { type IommuBox, type IommuScene, newIommuDraft } from './iommuScene.ts';

/** What lies at some addresses; the engine's places have this form. */
export interface ShownPlace {
  /** 64 bits as a signed number. */
  readonly base: number;
  readonly size: number;
  readonly state: string;
}

/** One row of the picture: addresses of one kind, one behind the other. */
export interface IovaRow {
  readonly base: number;
  readonly size: number;
  readonly kind: Extract<IommuBox['kind'], 'taken' | 'waiting' | 'cached' | 'reserved' | 'free'>;
  /** What it is, in words. */
  readonly words: string;
  /** How many ranges are taken together. */
  readonly count: number;
}

const LONGEST = 2 ** 64;
const HEAD = 24;
const ADDRESS = 150;
const BAR = 120;
const WORDS = 240;

const KINDS: Readonly<Record<string, readonly [IovaRow['kind'], string]>> = {
  taken: ['taken', 'mapped'],
  waiting: ['waiting', 'unmapped, waits for the flush'],
  cached: ['cached', 'free, kept for the next of its size'],
  'host-bridge': ['reserved', 'kept clear: window of the host bridge'],
  msi: ['reserved', 'kept clear: interrupts'],
  'hyper-transport': ['reserved', 'kept clear: HyperTransport'],
  direct: ['reserved', 'kept clear: mapped one to one'],
};

/**
 * What lies where in rows, highest address first, and what is free between.
 *
 * @param joins those alike that touch become one row
 */
export function iovaRows(
  places: readonly ShownPlace[],
  end: number,
  joins = false,
): readonly IovaRow[] {
  const rows: IovaRow[] = [];
  let at = 0;
  const free = (to: number) => {
    if (to > at) rows.push({ base: at, size: to - at, kind: 'free', words: 'free', count: 1 });
  };
  for (const { base, size, state } of places) {
    const from = base < 0 ? base + LONGEST : base;
    free(from);
    const [kind, words] = KINDS[state] ?? ['reserved', state];
    const last = rows.at(-1);
    if (joins && last && last.words === words && last.base + last.size === from) {
      rows[rows.length - 1] = { ...last, size: last.size + size, count: last.count + 1 };
    } else rows.push({ base: from, size, kind, words, count: 1 });
    at = from + size;
  }
  free(end);
  return rows.reverse();
}

/** The space of addresses as a bar, highest on top: the taller, the larger, though not to scale. */
export function layOutIovaSpace(rows: readonly IovaRow[], most: number): IommuScene {
  const { boxes, lines, texts } = newIommuDraft();
  const head = (x: number, text: string, anchor: 'start' | 'end') =>
    texts.push({ x, y: 13, role: 'caption', anchor, text, tone: 'ink' });
  head(ADDRESS - 10, 'From', 'end');
  head(ADDRESS, 'Space', 'start');
  head(ADDRESS + BAR + 10, 'What it is', 'start');
  const end = ADDRESS + BAR + WORDS;
  lines.push({ kind: 'rule', from: { x: 0, y: HEAD - 4.5 }, to: { x: end, y: HEAD - 4.5 } });
  let y = HEAD;
  for (const { base, size, kind, words, count } of rows.slice(0, most)) {
    const height = rowHeight(size);
    const rect = { x: ADDRESS + 0.5, y: y + 0.5, width: BAR - 1, height: height - 1 };
    boxes.push({ key: `${kind} ${base}`, kind, rect });
    const middle = y + height / 2 + 4;
    texts.push({
      x: ADDRESS - 10,
      y: middle,
      role: 'bdf',
      anchor: 'end',
      text: addressWords(`0x${BigInt(base).toString(16)}`),
      tone: kind === 'free' ? 'quiet' : 'ink',
    });
    texts.push({
      x: ADDRESS + 8,
      y: middle,
      role: 'quiet',
      anchor: 'start',
      text: sizeWords(size),
      tone: 'ink',
    });
    texts.push({
      x: ADDRESS + BAR + 10,
      y: middle,
      role: 'quiet',
      anchor: 'start',
      text: count > 1 ? `${words} (${count})` : words,
      tone: kind === 'free' ? 'quiet' : 'ink',
    });
    y += height;
  }
  if (rows.length > most) {
    texts.push({
      x: ADDRESS + BAR + 10,
      y: y + 16,
      role: 'quiet',
      anchor: 'start',
      text: `and ${rows.length - most} more rows below`,
      tone: 'quiet',
    });
    y += 24;
  }
  return { width: end + 1, height: y + 1, boxes, lines, texts };
}

/** 20 pixels for a page, one more for each doubling up to 4 GiB. */
function rowHeight(size: number): number {
  return 20 + Math.round(Math.min(20, Math.max(0, Math.log2(size / 4096))));
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** A size to three digits: `≈` says that it is rounded. */
export function sizeWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(bytes) / 10)));
  const value = bytes / 1024 ** power;
  const text = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  const isExact = Number(text) === value;
  return `${isExact ? '' : '≈ '}${isExact ? value : text} ${UNITS[power]}`;
}

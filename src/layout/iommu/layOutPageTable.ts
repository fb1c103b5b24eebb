import { addressWords, counted, lengthWords } from '../mapping/mappingWords.ts';
import { fitText } from '../textWidth.ts';
import { type IommuDraft, type IommuScene, newIommuDraft } from './iommuScene.ts';

/** Entries of a table that lead to pages. */
export interface ShownPages {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly iova: number;
  readonly phys: number;
  readonly pageSize: number;
  readonly pages: number;
  readonly entry: number;
  readonly isPadding: boolean;
}

/** A table of a tree: the engine's page table has this form. */
export interface ShownTable {
  readonly level: number;
  readonly index: number | null;
  readonly entries: readonly (ShownTable | ShownPages)[];
}

export interface PageTableOptions {
  /** CSS pixels that there are. */
  readonly width: number;
  /** What memory is called, and whether it is a peer's. */
  readonly leadsTo: (pages: ShownPages) => { readonly text: string; readonly isPeer: boolean };
  /** What is left out below, in words; `null`: nothing. */
  readonly leftOut: string | null;
}

/** The last level holds ranges of indices; those above mostly one. */
const LEVEL = 50;
const LAST_LEVEL = 64;
const IOVA = 104;
const COUNT = 84;
const BAR = 140;
const NARROW_BAR = 44;
const GAP = 10;
const LEAST_TARGET = 176;
const MOST_TARGET = 420;
const HEAD = 40;
const ROW = 24;
const MOST_TICKS = 64;
/** Doublings of 4 KiB that a bar shows: up to 1 GiB. */
const WIDEST_BAR = 20;
const ENTRY_SIZES = ['4 KiB', '2 MiB', '1 GiB', '512 GiB', '256 TiB'] as const;

interface Places {
  readonly levels: number;
  readonly iova: number;
  readonly bar: number;
  readonly barWidth: number;
  readonly count: number;
  readonly target: number;
  readonly end: number;
}

/**
 * A page table as a walk reads it, left to right: the entry of each level, from the root on, as tall as
 * all that it leads to; then the pages and their memory. A large page ends the walk early, so its entry
 * takes the columns of the levels below as well.
 */
export function layOutPageTable(root: ShownTable, options: PageTableOptions): IommuScene {
  const draft = newIommuDraft();
  const places = columns(root.level, options.width);
  heads(draft, places);
  let y = addTable(draft, root, HEAD, places, options);
  if (options.leftOut !== null) {
    draft.texts.push({
      x: places.iova,
      y: y + 16,
      role: 'quiet',
      anchor: 'start',
      text: options.leftOut,
      tone: 'quiet',
    });
    y += ROW;
  }
  return { width: places.end + 1, height: y + 1, ...draft };
}

function columns(levels: number, width: number): Places {
  const iova = (levels - 1) * LEVEL + LAST_LEVEL + GAP;
  const count = iova + IOVA + GAP;
  const bar = count + COUNT;
  const isNarrow = width < bar + BAR + GAP + LEAST_TARGET;
  const barWidth = isNarrow ? NARROW_BAR : BAR;
  const target = bar + barWidth + GAP;
  const room = Math.max(LEAST_TARGET, Math.min(MOST_TARGET, width - 1 - target));
  return { levels, iova, bar, barWidth, count, target, end: target + room };
}

function heads({ texts, lines }: IommuDraft, places: Places): void {
  const head = (x: number, title: string, below: string) => {
    texts.push({ x, y: 13, role: 'caption', anchor: 'start', text: title, tone: 'ink' });
    texts.push({ x, y: 28, role: 'quiet', anchor: 'start', text: below, tone: 'quiet' });
  };
  for (let level = places.levels; level >= 1; level--) {
    const x = (places.levels - level) * LEVEL;
    head(x, `Level ${level}`, ENTRY_SIZES[level - 1] ?? '');
  }
  head(places.iova, 'IOVA', 'first address');
  head(places.count, 'Pages', 'bar: by powers of two');
  head(places.target, 'Leads to', 'first address');
  const y = HEAD - 4.5;
  lines.push({ kind: 'rule', from: { x: 0, y }, to: { x: places.end, y } });
}

function addTable(
  draft: IommuDraft,
  table: ShownTable,
  top: number,
  places: Places,
  options: PageTableOptions,
): number {
  let y = top;
  const x = (places.levels - table.level) * LEVEL;
  for (const { one, last } of together(table.entries)) {
    const at = y;
    if (!('level' in one)) {
      y = addPages(draft, one, { x, y }, places, options);
      continue;
    }
    y = addTable(draft, one, y, places, options);
    draft.boxes.push({
      key: `index ${x} ${at}`,
      kind: 'index',
      rect: { x: x + 0.5, y: at + 0.5, width: LEVEL - 1, height: y - at - 1 },
    });
    const isOne = last === one.index;
    draft.texts.push(figure(x + 8, at + 16, isOne ? `${last}` : `${one.index}–${last}`));
  }
  return y;
}

interface Together {
  readonly one: ShownTable | ShownPages;
  /** Index of the last table that it stands for. */
  readonly last: number | null;
}

/** Tables that one run of pages fills, one behind the other, are shown as one. */
function together(entries: ShownTable['entries']): readonly Together[] {
  const out: Together[] = [];
  for (const one of entries) {
    if (!('level' in one)) {
      out.push({ one, last: null });
      continue;
    }
    const before = out.at(-1);
    const grown = before && 'level' in before.one ? grow(before.one, one) : null;
    if (grown) out[out.length - 1] = { one: grown, last: one.index };
    else out.push({ one, last: one.index });
  }
  return out;
}

/** A full table with the one behind it; `null`: they are not alike. */
function grow(table: ShownTable, next: ShownTable): ShownTable | null {
  const pages = full(table);
  const more = full(next);
  if (!pages || !more || pages.pageSize !== more.pageSize || pages.entry !== more.entry)
    return null;
  if (pages.isPadding !== more.isPadding) return null;
  const bytes = pages.pages * pages.pageSize;
  if (pages.iova + bytes !== more.iova || pages.phys + bytes !== more.phys) return null;
  return { ...table, entries: [{ ...pages, pages: pages.pages + more.pages }] };
}

const LAST_INDEX = 511;

function full({ entries }: ShownTable): ShownPages | null {
  const only = entries.length === 1 ? entries[0] : undefined;
  if (!only || 'level' in only) return null;
  return only.firstIndex === 0 && only.lastIndex === LAST_INDEX ? only : null;
}

function addPages(
  { boxes, lines, texts }: IommuDraft,
  one: ShownPages,
  { x, y }: { readonly x: number; readonly y: number },
  places: Places,
  { leadsTo }: PageTableOptions,
): number {
  const bytes = one.pages * one.pageSize;
  const text = y + 16;
  const box = { y: y + 0.5, height: ROW - 1 };
  const isOne = one.firstIndex === one.lastIndex;
  boxes.push({
    key: `leaf ${y}`,
    kind: 'leaf',
    rect: { ...box, x: x + 0.5, width: places.iova - GAP - x - 1 },
  });
  texts.push(
    figure(x + 8, text, isOne ? `${one.firstIndex}` : `${one.firstIndex}–${one.lastIndex}`),
  );
  texts.push(figure(places.iova, text, addressWords(one.iova)));

  const width = Math.min(1, (Math.log2(bytes / 4096) + 2) / WIDEST_BAR) * places.barWidth;
  boxes.push({
    key: `pages ${y}`,
    kind: one.isPadding ? 'padding' : 'pages',
    rect: { x: places.bar + 0.5, y: y + 3.5, width, height: ROW - 7 },
  });
  for (let i = 1; i < one.pages && one.pages <= MOST_TICKS; i++) {
    const at = places.bar + 0.5 + (width * i) / one.pages;
    lines.push({ kind: 'tick', from: { x: at, y: y + 3.5 }, to: { x: at, y: y + ROW - 3.5 } });
  }
  texts.push({
    x: places.count,
    y: text,
    role: 'quiet',
    anchor: 'start',
    text: `${one.pages} × ${lengthWords(one.pageSize)}`,
    tone: 'ink',
  });

  const { text: words, isPeer } = leadsTo(one);
  boxes.push({
    key: `target ${y}`,
    kind: one.isPadding ? 'padding' : isPeer ? 'peer' : 'ram',
    rect: { ...box, x: places.target + 0.5, width: places.end - places.target - 1 },
  });
  const address = addressWords(one.phys);
  const after = places.target + 8 + Math.max(address.length, 9) * 7.2 + GAP;
  texts.push(figure(places.target + 8, text, address));
  texts.push({
    x: after,
    y: text,
    role: 'quiet',
    anchor: 'start',
    text: fitText(
      one.isPadding ? `padding behind entry ${one.entry + 1}` : words,
      'quiet',
      places.end - after - 4,
    ),
    tone: 'ink',
  });
  return y + ROW;
}

function figure(x: number, y: number, text: string): IommuDraft['texts'][number] {
  return { x, y, role: 'bdf', anchor: 'start', text, tone: 'ink' };
}

/** `and 12 more runs of pages`. */
export function leftOutWords(runs: number): string | null {
  return runs > 0 ? `and ${counted(runs, 'more run of pages', 'more runs of pages')}` : null;
}

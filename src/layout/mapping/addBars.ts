import { textWidth } from '../textWidth.ts';
import type { BarPiece } from './iovaBars.ts';
import { aboutItem, isCurrent, type MappingDraft, write } from './mappingDraft.ts';
import type { MappingAbout, MappingHatch } from './mappingScene.ts';
import type { MappingUnit } from './mappingUnits.ts';
import { addressWords, counted, lengthWords } from './mappingWords.ts';
import type { PlacedBar, PlacedBars } from './placeBars.ts';

const PAD = 6;

/** The middle column: each range with its spans, and what of it is no part of the list. */
export function addBars(draft: MappingDraft, { bars, lanes }: PlacedBars, dy: number): void {
  for (const bar of bars) addBar(draft, bar, dy);
  const { x, width } = draft.columns.iova;
  for (const { row, y, height } of lanes) {
    const output = row.unit.output ?? -1;
    if (height < 12 || draft.progress.lengthOf(output) === null) continue;
    const place = { x: x + width / 2, y: y + dy + height / 2 + 4 };
    const on = draft.shown.mapping.outputs[output]?.space ?? null;
    write(draft, 'past the IOMMU', 'quiet', place, { anchor: 'middle', on });
  }
}

function addBar(draft: MappingDraft, bar: PlacedBar, dy: number): void {
  const { progress, columns, rows } = draft;
  const units = new Map(rows.flatMap(({ unit }) => unit.items.map((item) => [item, unit])));
  const isAllocated = progress.isAllocated(bar.index);
  const { x, width } = columns.iova;
  let sizedAll = true;
  for (const piece of bar.pieces) {
    const rect = { x, y: bar.y + dy + piece.top, width, height: piece.height };
    const { item, kind } = piece;
    const unit = item && units.get(item);
    if (item && unit) {
      sizedAll = sizedAll && progress.isSized(item.first);
      if (progress.isSized(item.first)) addSpan(draft, bar, piece, { rect, unit, isAllocated });
    } else if (kind !== 'span' && (kind === 'spare' ? isAllocated : sizedAll)) {
      addHatch(draft, bar, { piece, kind, rect });
    }
  }
  addBoundaries(draft, bar, dy);
}

function addSpan(
  draft: MappingDraft,
  bar: PlacedBar,
  piece: BarPiece,
  {
    rect,
    unit,
    isAllocated,
  }: { rect: MappingHatch['rect']; unit: MappingUnit; isAllocated: boolean },
): void {
  const { item } = piece;
  if (!item) return;
  const { progress } = draft;
  const isProgrammed = progress.isProgrammed(item.first);
  const about: MappingAbout = aboutItem(item, unit);
  const address = isAllocated
    ? addressWords(piece.from)
    : `+ ${(piece.from - bar.range.base).toString(16)}`;
  const length =
    item.count > 1 ? counted(item.count, 'page', 'pages') : lengthWords(piece.to - piece.from);
  draft.boxes.push({
    key: `span-${item.first}`,
    kind: 'span',
    rect,
    space: isProgrammed ? 'IOVA' : null,
    state: isCurrent(progress, item) ? 'current' : isProgrammed ? 'done' : 'todo',
    isHatched: false,
    isStacked: item.count > 1,
    mapType: null,
    label: `IOVA ${address}, ${lengthWords(piece.to - piece.from)}`,
    about,
  });
  const on = isProgrammed ? 'IOVA' : null;
  const y = rect.y + rect.height / 2 + 4;
  write(draft, address, 'bdf', { x: rect.x + PAD, y }, { on, about });
  const room = rect.width - 3 * PAD - textWidth(address, 'bdf');
  if (textWidth(length, 'quiet') <= room) {
    write(
      draft,
      length,
      'quiet',
      { x: rect.x + rect.width - PAD, y },
      { anchor: 'end', on, about },
    );
  }
}

const HATCH_WORDS: Readonly<Record<MappingHatch['kind'], string>> = {
  offset: 'offset',
  tail: 'rest of page',
  padding: 'padding',
  spare: 'spare',
};

/** Its words stand beside the hatching, not on it. */
function addHatch(
  draft: MappingDraft,
  bar: PlacedBar,
  {
    piece,
    kind,
    rect,
  }: { piece: BarPiece; kind: MappingHatch['kind']; rect: MappingHatch['rect'] },
): void {
  const words = `${HATCH_WORDS[kind]} ${lengthWords(piece.to - piece.from)}`;
  draft.hatches.push({ key: `hatch-${bar.index}-${piece.top}`, kind, rect });
  const end = { x: rect.x + rect.width - PAD, y: rect.y + rect.height / 2 + 4 };
  write(draft, words, 'quiet', end, { anchor: 'end', tone: 'quiet' });
}

/** Where no segment may cross, unless it is only the end of the 32-bit space. */
function addBoundaries(
  { columns, lines, shown, progress }: MappingDraft,
  bar: PlacedBar,
  dy: number,
) {
  const step = shown.device.boundary + 1;
  if (!progress.isAllocated(bar.index) || step <= 1 || !Number.isFinite(step)) return;
  const { x, width } = columns.iova;
  for (const { from, top } of bar.pieces) {
    if (from === bar.range.base || from % step !== 0) continue;
    const y = bar.y + dy + top;
    lines.push({ kind: 'boundary', from: { x: x - 10, y }, to: { x: x + width + 10, y } });
  }
}

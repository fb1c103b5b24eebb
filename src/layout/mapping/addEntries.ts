import { fitText, textWidth } from '../textWidth.ts';
import { aboutItem, isCurrent, type MappingDraft, write } from './mappingDraft.ts';
import { MAPPING_METRICS as M } from './mappingMetrics.ts';
import type { UnitRow } from './mappingRows.ts';
import type { MappingState, MappingTone } from './mappingScene.ts';
import type { MappingShown, ShownEntry } from './mappingShown.ts';
import type { EntryItem } from './mappingUnits.ts';
import { addressWords, counted, grouped, lengthWords } from './mappingWords.ts';

const TYPE_TONES: Readonly<Record<string, MappingTone>> = {
  BUS_ADDR: 'bus',
  THRU_HOST_BRIDGE: 'thru',
  NOT_SUPPORTED: 'never',
};

/** The first column: what the list holds, by CPU address. */
export function addEntries(draft: MappingDraft, dy: number): void {
  for (const row of draft.rows) {
    row.unit.items.forEach((item, index) => {
      const place = row.entries[index];
      if (place) addItem(draft, row, item, { ...place, y: place.y + dy });
    });
  }
}

function addItem(
  draft: MappingDraft,
  { unit }: UnitRow,
  item: EntryItem,
  { y, height }: { readonly y: number; readonly height: number },
): void {
  const { shown, progress, columns, nameOf } = draft;
  const { x, width } = columns.cpu;
  const entry = shown.entries[item.first];
  if (!entry) return;
  const about = aboutItem(item, unit);
  const state = stateOf(draft, item);
  const isKnown = progress.isKnown(item.first);
  const isStacked = item.count > 1;
  const mapType = entry.kind === 'peer' && isKnown && !isStacked ? entry.mapType : null;
  const rect = { x, y, width: width - (isStacked ? M.run.stack : 0), height };
  draft.boxes.push({
    key: `entry-${item.first}`,
    kind: 'entry',
    rect,
    space: null,
    state,
    isHatched: false,
    isStacked,
    mapType: entry.kind === 'peer' && isKnown ? (entry.mapType ?? 'unknown') : null,
    label: labelOf(draft, item, entry, state),
    about,
  });
  const what = entry.kind === 'ram' ? ramWords(entry.page) : nameOf(entry.provider ?? '');
  const tone = state === 'restored' ? 'quiet' : state === 'failed' ? 'never' : 'ink';
  const left = x + M.block.pad + 4;
  const room = rect.width - 2 * M.block.pad - 4;
  if (isStacked) {
    const words = unit.isMixed
      ? `+ ${counted(item.count, 'entry', 'entries')}`
      : `+ ${grouped(item.count)} ${runWords(entry.kind)} like these`;
    write(draft, fitText(words, 'title', room), 'title', { x: left, y: y + 21 }, { tone, about });
    return;
  }
  const bounce = progress.isLaidOut(item.first) && bounceOf(shown, item.first);
  const isThird = mapType !== null || bounceOf(shown, item.first) !== undefined;
  const middle = y + (height - (isThird ? M.block.third : 0)) / 2;
  const number = String(item.first + 1);
  write(draft, addressWords(entry.phys), 'bdf', { x: left, y: middle - 4 }, { tone, about });
  const end = { x: left + room, y: middle - 4 };
  write(draft, number, 'count', end, { anchor: 'end', tone: 'quiet', about });
  const length = ` · ${lengthWords(entry.length)}`;
  const name = fitText(what, 'quiet', room - textWidth(length, 'quiet'));
  const second = { x: left, y: middle + 11 };
  write(draft, `${name}${length}`, 'quiet', second, {
    tone: tone === 'ink' ? 'quiet' : tone,
    about,
  });
  if (bounce) {
    const words = fitText(`copied at ${addressWords(bounce.address)}`, 'quiet', room);
    write(draft, words, 'quiet', { x: left, y: middle + 25 }, { about });
  } else if (mapType !== null) {
    const typeTone = state === 'restored' ? 'quiet' : (TYPE_TONES[mapType] ?? 'unknown');
    write(draft, mapType, 'quiet', { x: left, y: middle + 25 }, { tone: typeTone, about });
  }
}

function bounceOf({ mapping }: MappingShown, entry: number) {
  return mapping.bounces?.find((each) => each.entry === entry);
}

function stateOf({ progress, shown }: MappingDraft, item: EntryItem): MappingState {
  const { failedAt } = shown.mapping;
  if (progress.isRefused) {
    const isIt = failedAt !== null && failedAt >= item.first && failedAt < item.first + item.count;
    return isIt ? 'failed' : 'restored';
  }
  if (isCurrent(progress, item)) return 'current';
  return progress.isKnown(item.first) ? 'done' : 'todo';
}

function runWords(kind: ShownEntry['kind']): string {
  return kind === 'ram' ? 'pages' : 'pieces';
}

/** Pages that are no ordinary ones say so. */
function ramWords(page: ShownEntry['page']): string {
  return page === undefined ? 'RAM' : `RAM: ${page}`;
}

function labelOf(
  { shown, nameOf, progress }: MappingDraft,
  { first, count }: EntryItem,
  entry: ShownEntry,
  state: MappingState,
): string {
  const what =
    entry.kind === 'ram' ? ramWords(entry.page) : `memory of ${nameOf(entry.provider ?? '')}`;
  const until = count > 1 ? ` to ${first + count}` : '';
  const parts = [
    `${count > 1 ? 'Entries' : 'Entry'} ${first + 1}${until} of ${shown.entries.length}`,
    `${what}, ${lengthWords(entry.length)}${count > 1 ? ' each' : ''} at ${addressWords(entry.phys)}`,
  ];
  if (entry.kind === 'peer' && progress.isKnown(first)) {
    parts.push(entry.mapType ?? 'map type not known');
  }
  if (state === 'failed') parts.push('refused');
  if (state === 'restored') parts.push('restored');
  if (state === 'current') parts.push('being worked on');
  return parts.join(', ');
}

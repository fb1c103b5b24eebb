import { wrapText } from '../textWidth.ts';
import { type MappingDraft, write } from './mappingDraft.ts';
import { MAPPING_METRICS as M } from './mappingMetrics.ts';
import { strandPath } from './mappingPaths.ts';
import { errnoWords } from './mappingWords.ts';

/** A refused list: from the entry that failed to the error. Returns where it ends. */
export function addRefusal(draft: MappingDraft, dy: number): number {
  const { shown, progress, columns, rows } = draft;
  const { errno, failedAt } = shown.mapping;
  if (errno === 0 || !progress.isRefused) return 0;
  const { wire, cpu } = columns;
  const row = rows.find(({ unit }) =>
    unit.items.some(
      ({ first, count }) => failedAt !== null && failedAt >= first && failedAt < first + count,
    ),
  );
  const place = row?.entries[0];
  const words = 'Nothing is mapped: the list is as it was before.';
  const lines = wrapText(words, 'quiet', wire.width - 2 * M.block.pad, 3);
  const height = 30 + lines.length * M.head.line;
  const whole = rows.at(-1)?.bottom ?? 0;
  const middle = place ? place.y + place.height / 2 : whole / 2;
  const y = Math.max(dy, Math.round(middle + dy - height / 2));
  const about = {
    first: failedAt ?? 0,
    count: failedAt === null ? 0 : 1,
    output: null,
    outputs: 0,
  };
  draft.boxes.push({
    key: 'error',
    kind: 'error',
    rect: { x: wire.x, y, width: wire.width, height },
    space: null,
    state: 'failed',
    isHatched: false,
    isStacked: false,
    mapType: null,
    label: `${errnoWords(errno)}. ${words}`,
    about,
  });
  const left = wire.x + M.block.pad;
  write(draft, errnoWords(errno), 'bdf', { x: left, y: y + 18 }, { tone: 'never', about });
  lines.forEach((line, at) => {
    write(draft, line, 'quiet', { x: left, y: y + 34 + at * M.head.line }, { about });
  });
  if (place) {
    const end = y + height / 2;
    draft.ribbons.push({
      key: 'refused',
      kind: 'refused',
      space: null,
      path: strandPath(cpu.x + cpu.width, place.y + place.height / 2 + dy, wire.x, end),
      state: 'failed',
      about,
    });
  }
  return y + height;
}

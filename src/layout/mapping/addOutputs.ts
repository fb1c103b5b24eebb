import { fitText, textWidth } from '../textWidth.ts';
import { aboutUnit, type MappingDraft, write } from './mappingDraft.ts';
import { MAPPING_METRICS as M } from './mappingMetrics.ts';
import type { UnitRow } from './mappingRows.ts';
import { addressWords, counted, grouped, lengthWords, SPACE_WORDS } from './mappingWords.ts';

/** The third column: what the device is given, and why each entry begins where it does. */
export function addOutputs(draft: MappingDraft, dy: number): void {
  for (const row of draft.rows) {
    const { unit } = row;
    if (unit.output === null) continue;
    const length = draft.progress.lengthOf(unit.output);
    if (length === null) continue;
    if (row.reason !== '') addReason(draft, row, dy);
    addOutput(draft, row, length, dy);
  }
}

function addReason(draft: MappingDraft, row: UnitRow, dy: number): void {
  const { x, width } = draft.columns.wire;
  const y = row.output.y + dy - 6;
  const room = width - 16;
  draft.lines.push({ kind: 'break', from: { x, y: y - 4 }, to: { x: x + 10, y: y - 4 } });
  const about = aboutUnit(row.unit);
  const words = fitText(row.reason, 'quiet', room);
  write(draft, words, 'quiet', { x: x + 14, y }, { tone: 'quiet', about });
}

function addOutput(draft: MappingDraft, row: UnitRow, length: number, dy: number): void {
  const { shown, progress, columns } = draft;
  const { unit, badges } = row;
  const output = shown.mapping.outputs[unit.output ?? -1];
  if (!output) return;
  const { x, width } = columns.wire;
  const about = aboutUnit(unit);
  const isStacked = unit.outputs > 1;
  const isWritten = output.address !== null;
  const space = unit.isMixed ? null : output.space;
  const rect = {
    x,
    y: row.output.y + dy,
    width: width - (isStacked ? M.run.stack : 0),
    height: row.output.height,
  };
  draft.boxes.push({
    key: `output-${unit.output}`,
    kind: 'output',
    rect,
    space: isWritten ? space : null,
    state: progress.current.output === unit.output ? 'current' : 'done',
    isHatched: !isWritten && !unit.isMixed,
    isStacked,
    mapType: null,
    label: labelOf(draft, row, length),
    about,
  });
  const on = isWritten ? space : null;
  const inner = rect.height - badges.length * M.block.badge;
  const middle = rect.y + inner / 2;
  const left = x + M.block.pad;
  if (isStacked) {
    const words = unit.isMixed
      ? `+ ${counted(unit.outputs, 'DMA entry', 'DMA entries')}`
      : `+ ${grouped(unit.outputs)} like these, ${lengthWords(length)} each`;
    const fitted = fitText(words, 'title', rect.width - 2 * M.block.pad);
    write(draft, fitted, 'title', { x: left, y: middle + 4 }, { on, about });
    return;
  }
  const { letter, words } = SPACE_WORDS[output.space];
  const tag = {
    x: left,
    y: Math.round(middle - M.tag.size / 2),
    width: M.tag.size,
    height: M.tag.size,
  };
  draft.tags.push({ key: `tag-${unit.output}`, rect: tag, space: output.space, letter, about });
  const textX = left + M.tag.size + 8;
  const address = shown.addresses[unit.output ?? -1] ?? null;
  if (isWritten) {
    const said = addressWords(address ?? output.address ?? 0);
    write(draft, said, 'bdf', { x: textX, y: middle - 4 }, { on, about });
  } else {
    write(
      draft,
      output.defects.includes('no-kernel-address') ? 'none: NULL' : 'as it was before',
      'title',
      { x: textX, y: middle - 4 },
      { tone: 'quiet', about },
    );
  }
  const room = rect.width - (textX - x) - M.block.pad;
  const plain = `${words} · ${lengthWords(length)}`;
  const whole = `${plain} · ${ofWords(about.first, about.count)}`;
  const second = about.count > 1 && textWidth(whole, 'quiet') <= room ? whole : plain;
  write(draft, second, 'quiet', { x: textX, y: middle + 11 }, { on, about });
  badges.forEach((badge, index) => {
    const y = rect.y + inner + index * M.block.badge + 8;
    const mark = { x: left + M.tag.size / 2, y };
    write(draft, '!', 'caption', mark, { anchor: 'middle', tone: 'never', on, about });
    const fitted = textWidth(badge, 'quiet') <= room ? badge : fitText(badge, 'quiet', room);
    write(draft, fitted, 'quiet', { x: textX, y }, { tone: 'never', on, about });
  });
}

function ofWords(first: number, count: number): string {
  return count === 1 ? `entry ${first + 1}` : `entries ${first + 1}–${first + count}`;
}

function labelOf({ shown, progress }: MappingDraft, row: UnitRow, length: number): string {
  const { unit, reason, badges } = row;
  const output = shown.mapping.outputs[unit.output ?? -1];
  if (!output) return '';
  const { words } = SPACE_WORDS[output.space];
  const address = shown.addresses[unit.output ?? -1] ?? null;
  const { first, count } = aboutUnit(unit);
  const of = count === 1 ? `entry ${first + 1}` : `entries ${first + 1} to ${first + count}`;
  const number = (unit.output ?? 0) + 1;
  const parts = [
    unit.outputs > 1
      ? `DMA entries ${number} to ${number + unit.outputs - 1}`
      : `DMA entry ${number} of ${shown.mapping.outputs.length}`,
    address === null ? `${words}, address not written` : `${words} ${addressWords(address)}`,
    lengthWords(length),
    `from ${of}`,
  ];
  if (reason !== '') parts.push(`begins because: ${reason}`);
  parts.push(...badges);
  if (progress.current.output === unit.output) parts.push('being worked on');
  return parts.join(', ');
}

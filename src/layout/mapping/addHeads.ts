import { wrapText } from '../textWidth.ts';
import { type MappingDraft, write } from './mappingDraft.ts';
import { type Column, MAPPING_METRICS as M } from './mappingMetrics.ts';
import { addressWords, counted, errnoWords, lengthWords } from './mappingWords.ts';

/** What each column is, and its sum. Returns where what is below begins. */
export function addHeads(draft: MappingDraft): number {
  const { columns, shown } = draft;
  const total = shown.entries.reduce((sum, { length }) => sum + length, 0);
  const entries = counted(shown.entries.length, 'entry', 'entries');
  const ends = [
    head(draft, columns.cpu, 'List, by CPU address', `${entries}, ${lengthWords(total)}`),
    head(draft, columns.iova, 'IOVA space', iovaWords(draft)),
    head(draft, columns.wire, 'On the wire', wireWords(draft)),
  ];
  return Math.max(...ends) + M.head.after;
}

function head(draft: MappingDraft, { x, width }: Column, title: string, words: string): number {
  write(draft, title, 'caption', { x, y: M.head.title - 3 });
  const y = M.head.title + 3;
  draft.lines.push({ kind: 'rule', from: { x, y }, to: { x: x + width, y } });
  const lines = wrapText(words, 'quiet', width, 4);
  lines.forEach((line, at) => {
    write(draft, line, 'quiet', { x, y: y + 13 + at * M.head.line }, { tone: 'quiet' });
  });
  return y + lines.length * M.head.line;
}

function iovaWords({ shown, progress }: MappingDraft): string {
  const { iova, outputs, errno } = shown.mapping;
  if (errno !== 0) return progress.isRefused ? 'Nothing stays allocated.' : '';
  if (iova.length === 0) {
    if (outputs.some(({ space }) => space === 'VADDR')) {
      return 'Nothing translates: pointers of the kernel go out as they are.';
    }
    if (outputs.length === 0) return 'Nothing is mapped.';
    const isBusOnly = outputs.length > 0 && outputs.every(({ space }) => space === 'BUS');
    return isBusOnly
      ? 'Not needed: bus addresses take no part in it.'
      : shown.iommu
        ? 'None is taken, though the IOMMU translates.'
        : 'Nothing translates: addresses go out as they are.';
  }
  if (!progress.isAllocated(0)) return 'Nothing is allocated yet.';
  const mapped = iova.reduce((sum, { size }) => sum + size, 0);
  const taken = iova.reduce((sum, { reserved }) => sum + reserved, 0);
  const spare = taken > mapped ? `, ${lengthWords(taken)} taken` : '';
  const base = iova[0]?.base ?? 0;
  return iova.length === 1
    ? `From ${addressWords(base)}: ${lengthWords(mapped)}${spare}`
    : `${iova.length} ranges, ${lengthWords(mapped)}${spare}`;
}

function wireWords({ shown, progress }: MappingDraft): string {
  const { outputs, errno } = shown.mapping;
  if (errno !== 0) return progress.isRefused ? `Nothing: ${errnoWords(errno)}` : '';
  const there = outputs.reduce((sum, _, at) => sum + (progress.lengthOf(at) === null ? 0 : 1), 0);
  const all = counted(outputs.length, 'DMA entry', 'DMA entries');
  return there === outputs.length ? all : `${there} so far`;
}

import type { DmaSpace } from '../../../engine/dma/dmaMapping.ts';
import type { MappingReport, WireEnd } from '../../../engine/mapping/mappingReport.ts';
import { defectWords, fateWords, SPACE_WORDS } from '../../../layout/mapping/mappingWords.ts';
import { errnoName } from '../outcomeWords.ts';

/** A question, and what is answered here and there. */
export interface ComparedRow {
  readonly what: string;
  readonly here: string;
  readonly there: string;
  readonly isSame: boolean;
}

type Ask = readonly [what: string, of: (report: MappingReport) => string];

const QUESTIONS: readonly Ask[] = [
  ['Who maps', ({ chosen }) => chosen.chain.at(-1)?.call ?? chosen.kind],
  ['What comes back', cameBack],
  ['Spaces', spaces],
  ['IOVA range', iovaRange],
  ['Longest output', longest],
  ['IOTLB entries', ({ iommu }) => (iommu ? String(iommu.iotlbEntries) : 'none needed')],
  ['On the wire', wireWords],
  ['What is wrong', defects],
  ['After unmapping', ({ iommu }) => iommu?.afterUnmap.text ?? 'nothing to invalidate'],
];

/** Two answers on one list, question by question. */
export function compareReports(here: MappingReport, there: MappingReport): readonly ComparedRow[] {
  return QUESTIONS.map(([what, of]) => row(what, of(here), of(there)));
}

/** What a report answers, question by question; the same questions of every report. */
export function answersOf(
  report: MappingReport,
): readonly { readonly what: string; readonly words: string }[] {
  return QUESTIONS.map(([what, of]) => ({ what, words: of(report) }));
}

/** Where each entry went, where that differs; `alike` counts the others. */
export function compareEntries(
  here: MappingReport,
  there: MappingReport,
): { readonly rows: readonly ComparedRow[]; readonly alike: number } {
  const [left, right] = [wentTo(here), wentTo(there)];
  const all = here.entries.map((_, at) =>
    row(`Entry ${at + 1}`, left[at] ?? NOT_MAPPED, right[at] ?? NOT_MAPPED),
  );
  const rows = all.filter(({ isSame }) => !isSame);
  return { rows, alike: all.length - rows.length };
}

/** How much differs, in a sentence. */
export function differenceWords(rows: readonly ComparedRow[]): string {
  const count = rows.filter(({ isSame }) => !isSame).length;
  if (count === 0) return 'Nothing differs.';
  return count === 1 ? 'One thing differs.' : `${count} things differ.`;
}

const NOT_MAPPED = 'not mapped';

const row = (what: string, here: string, there: string): ComparedRow => ({
  what,
  here,
  there,
  isSame: here === there,
});

function cameBack({ mapping }: MappingReport): string {
  if (mapping.returns === 'panic') return 'the kernel panics';
  const error = errnoName(mapping);
  if (error === null) return counted(mapping.outputs.length, 'output');
  const at = mapping.failedAt === null ? '' : ` at entry ${mapping.failedAt + 1}`;
  return `${error}${at}${mapping.returns === 'zero' ? ', seen as 0' : ''}`;
}

function spaces({ mapping }: MappingReport): string {
  const counts = new Map<DmaSpace, number>();
  for (const { space } of mapping.outputs) counts.set(space, (counts.get(space) ?? 0) + 1);
  const words = [...counts].map(([space, count]) => `${count} × ${SPACE_WORDS[space].words}`);
  return words.join(', ') || 'none';
}

function iovaRange({ mapping }: MappingReport): string {
  const [first, ...more] = mapping.iova;
  if (!first) return 'none';
  const words = `${hexOf(first.base)}, ${sizeOf(first.size)} of ${sizeOf(first.reserved)}`;
  return more.length === 0 ? words : `${words}, and ${more.length} more`;
}

function longest({ mapping }: MappingReport): string {
  const most = mapping.outputs.reduce((best, { length }) => Math.max(best, length), 0);
  return most === 0 ? 'none' : sizeOf(most);
}

function wireWords({ wire }: MappingReport): string {
  const counts = new Map<WireEnd['fate'], number>();
  for (const { fate } of wire) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  const words = [...counts].map(
    ([fate, count]) => `${counted(count, 'output')}: ${FATES[fate] ?? fateWords(fate) ?? fate}`,
  );
  return words.join('; ') || 'nothing is sent';
}

const FATES: Readonly<Record<string, string>> = {
  reaches: 'reaches its memory',
  copy: 'reaches a copy',
  unknown: 'not known',
};

function defects({ mapping }: MappingReport): string {
  const found = new Set(mapping.outputs.flatMap((output) => output.defects));
  return [...found].map(defectWords).join('; ') || 'nothing';
}

/** Of each entry, the space that it came into and the address that its first byte has there. */
function wentTo({ entries, mapping, addresses }: MappingReport): readonly string[] {
  const words: string[] = [];
  for (const [index, { first, count, space }] of mapping.outputs.entries()) {
    let address = addresses[index] ?? null;
    for (let at = first; at < first + count && at < entries.length; at++) {
      const where = address ?? 'no address';
      words[at] = `${SPACE_WORDS[space].words} ${where}`;
      const length = BigInt(entries[at]?.length ?? 0);
      if (address !== null) {
        const next = BigInt.asUintN(64, BigInt(address) + length);
        address = `0x${next.toString(16)}` as typeof address;
      }
    }
  }
  return words;
}

const counted = (count: number, what: string): string =>
  count === 1 ? `1 ${what}` : `${count} ${what}s`;

const hexOf = (address: number): string => `0x${BigInt.asUintN(64, BigInt(address)).toString(16)}`;

function sizeOf(bytes: number): string {
  if (bytes >= 2 ** 20 && bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20} MiB`;
  if (bytes >= 1024 && bytes % 1024 === 0) return `${bytes / 1024} KiB`;
  return `0x${bytes.toString(16)} bytes`;
}

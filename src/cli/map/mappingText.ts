import { breakWords } from '../../engine/dma/breakWords.ts';
import { addressHex } from '../../engine/dma/dmaAddress.ts';
import type { DmaMapping, DmaOutput } from '../../engine/dma/dmaMapping.ts';
import { wrap } from '../text.ts';

/** Columns of a table that is mailed: two less than a line may have. */
export const COLUMNS = 78;

/** What a case of the golden data has where the kernel returns 0 entries and no errno. */
const ZERO_ENTRIES = -5;

/** Hexadecimal digits without leading zeros; a kernel virtual address is its own 16 digits. */
export function hexOf(address: number): string {
  return hexValue(address).toString(16);
}

const hexValue = (address: number): bigint => BigInt(addressHex(address));

/** The errno; before 6.0, where a refused list returns 0 entries, -5 (EIO). */
export function shownErrno({ errno, returns }: DmaMapping): number {
  return errno !== 0 && returns === 'zero' ? ZERO_ENTRIES : errno;
}

/** `1 entry`, `5 entries` */
export const entriesText = (count: number): string =>
  count === 1 ? '1 entry' : `${count} entries`;

/** The input entries that an output covers. */
export function entriesOf({ first, count }: DmaOutput): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

const ERRORS: Readonly<Record<number, string>> = {
  [-5]: 'EIO',
  [-12]: 'ENOMEM',
  [-22]: 'EINVAL',
  [-121]: 'EREMOTEIO: the device cannot reach that peer memory',
};

/** Error and IOVA range in a line, and a table of outputs. */
export function mappingLines(mapping: DmaMapping): readonly string[] {
  const { errno, failedAt, outputs, iova } = mapping;
  if (errno !== 0) {
    const where = failedAt === null ? '' : `; it failed at entry ${failedAt}`;
    return [wrap(`  ${failureText(mapping)}${where}`, 2, COLUMNS)];
  }
  const ranges = iova.map(({ base, size }) => `${hexOf(base)}+${size.toString(16)}`);
  const shown = ranges.slice(0, 3).join(', ');
  const more = ranges.length > 3 ? ` and ${ranges.length - 3} more` : '';
  return [
    ranges.length === 0 ? '  no IOVA needed' : `  IOVA ${shown}${more}`,
    ...outputLines(outputs),
  ];
}

function failureText({ errno, returns }: DmaMapping): string {
  if (returns === 'panic') return 'the kernel stops: no bounce buffer can be had';
  const name = ERRORS[errno] ?? '';
  return returns === 'zero' ? `error: 0 entries (${name})` : `error ${errno} (${name})`;
}

const DEFECTS: Readonly<Record<DmaOutput['defects'][number], string>> = {
  unwritten: 'this kernel leaves the address unwritten',
  'first-entry-length': 'this kernel reports the length of the first entry',
  'length-unset': 'this kernel leaves the length unwritten: 0 in a new list',
  'wrapped-maximum': 'longer than the longest segment: the test wrapped',
  'over-maximum': 'the entry alone is longer than the longest segment',
  'wrong-sign': 'the bus offset was taken with the wrong sign',
  'first-offset': 'with the offset of the first provider',
  'raw-physical': 'host memory by its physical address: the IOMMU refuses it',
  'as-ram': 'peer memory, mapped as if it were RAM',
  'copied-peer': 'peer memory bounced: the device reads a copy',
  'no-kernel-address': 'the page has no kernel mapping',
};

/** Columns as wide as they have to be; the reasons take what is left. */
function outputLines(outputs: readonly DmaOutput[]): readonly string[] {
  if (outputs.length === 0) return [];
  const rows = [['out', 'address', 'length', 'space', 'from'], ...outputs.map(columnsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return RIGHT.includes(column) ? cell.padStart(width) : cell.padEnd(width);
    });
    const start = `  ${cells.join('  ')}  `;
    const output = outputs[index - 1];
    const words = output ? reasonOf(output) : 'why';
    const lines = wrap(words, 0, COLUMNS - start.length).split('\n');
    return `${start}${lines.join(`\n${' '.repeat(start.length)}`)}`;
  });
}

/** Numbers: the place in the list, and the length. */
const RIGHT: readonly number[] = [0, 2];

function columnsOf({ address, length, space, first, count }: DmaOutput, index: number): string[] {
  return [
    String(index),
    address === null ? 'unwritten' : hexOf(address),
    String(length),
    space,
    count === 1 ? String(first) : `${first}-${first + count - 1}`,
  ];
}

const reasonOf = ({ why, defects }: DmaOutput): string =>
  [breakWords(why), ...defects.map((defect) => DEFECTS[defect])].join('; ');

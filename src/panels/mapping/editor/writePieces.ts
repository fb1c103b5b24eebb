import type { FunctionId } from '../../../model/ids.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { writeSize } from '../../../sketch/values/size.ts';

/** Entries as lines that `parsePieces` reads as the same ones. */
export function writePieces(
  entries: readonly ScatterlistEntry[],
  nameOf: (id: FunctionId) => string,
): string {
  return entries.map((entry) => writePiece(entry, nameOf)).join('\n');
}

function writePiece(entry: ScatterlistEntry, nameOf: (id: FunctionId) => string): string {
  const length = hexWord(entry.length);
  if (entry.kind === 'ram') {
    return `${entry.address}+${length}${entry.page === undefined ? '' : ` ${entry.page}`}`;
  }
  return `${nameOf(entry.provider)}[${entry.bar}]+${hexWord(entry.offset)}+${length}`;
}

const hexWord = (bytes: number): string => `0x${bytes.toString(16)}`;

/** `4K`; what no unit divides stands in hexadecimal, like addresses: `0xe00`. */
export function lengthWords(bytes: number): string {
  return bytes !== 0 && bytes % 1024 === 0 ? writeSize(bytes) : hexWord(bytes);
}

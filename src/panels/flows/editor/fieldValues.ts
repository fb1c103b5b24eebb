import { readRate, readSize, writeRate, writeSize } from '../../../sketch/values/size.ts';
import { bad, type FieldValue, good } from '../../fields/fieldValue.ts';

const MOST_BYTES = 2 ** 40;
const MOST_DEPTH = 65_536;

/** Bytes of a transfer; nothing: as the device would. */
export function readTransferSize(text: string): FieldValue<number | null> {
  if (text.trim() === '') return good(null);
  const size = readSize(text.trim());
  if (size === null)
    return bad('Size: bytes such as 64K, 4096 or 1M; leave it empty for large ones.');
  if (size < 1) return bad('Size: 1 byte at least; leave it empty for large ones.');
  if (size > MOST_BYTES) return bad('Size: at most 1T; a longer one is no other.');
  return good(size);
}

/** Transfers under way at a time; nothing: as many as it takes. */
export function readDepth(text: string): FieldValue<number | null> {
  if (text.trim() === '') return good(null);
  const depth = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return depth >= 1 && depth <= MOST_DEPTH
    ? good(depth)
    : bad('Depth: a whole number from 1 to 65536; leave it empty for as many as it takes.');
}

/** Bytes a second that the source offers; nothing: as much as it can. */
export function readOfferedRate(text: string): FieldValue<number | null> {
  if (text.trim() === '') return good(null);
  const rate = readRate(text.trim().replace(/\s+/g, ''));
  return rate !== null && rate > 0
    ? good(rate)
    : bad('Rate: bytes a second such as 25G or 6.5 GB/s; leave it empty for all it can.');
}

export const sizeText = (size: number | null): string => (size === null ? '' : writeSize(size));
export const depthText = (depth: number | null): string => (depth === null ? '' : String(depth));
export const rateText = (rate: number | null): string => (rate === null ? '' : writeRate(rate));

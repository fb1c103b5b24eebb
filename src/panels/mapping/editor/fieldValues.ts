import { type Hex64, hex64Value, parseHex64 } from '../../../base/hex.ts';
import { readSize } from '../../../sketch/values/size.ts';
import { bad, type FieldValue, good } from '../../fields/fieldValue.ts';
import { ADDRESS_END, LONGEST_ENTRY } from './limits.ts';

/** A physical address: hexadecimal, with `0x` or without, grouped by `_` or not. */
export function readAddress(text: string): FieldValue<Hex64> {
  const address = parseHex64(text.trim().replace(/_/g, ''));
  if (address === null) return bad('An address is hexadecimal, such as 0x123456000.');
  if (hex64Value(address) >= ADDRESS_END) {
    return bad('No machine has memory beyond 52 bits: at most 0xfffffffffffff.');
  }
  return good(address);
}

/** Bytes of an entry: `4096`, `4K`, `0x1000`. */
export function readLength(text: string): FieldValue<number> {
  const length = readSize(text.trim());
  if (length === null) return bad('A length is a size, such as 4096, 4K or 0x1000.');
  if (length < 1) return bad('A length is 1 byte at least.');
  if (length > LONGEST_ENTRY) return bad('An entry has less than 4 GiB: at most 0xffffffff.');
  return good(length);
}

/** Bytes from the start of a BAR. */
export function readOffset(text: string): FieldValue<number> {
  const offset = readSize(text.trim());
  return offset === null
    ? bad('An offset is a size from the start of the BAR, such as 0, 64K or 0x10000.')
    : good(offset);
}

/** A whole number between bounds. */
export function readCount(text: string, least: number, most: number): FieldValue<number> {
  const count = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
  return count >= least && count <= most
    ? good(count)
    : bad(`A whole number from ${least} to ${most}.`);
}

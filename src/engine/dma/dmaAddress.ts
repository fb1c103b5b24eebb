import { type Hex64, hex64, hex64Value } from '../../base/hex.ts';

/**
 * An address in bytes as these rules reckon with it: a 64-bit address as a signed number, so that
 * all that machines have (below 2^53) and kernel virtual addresses (from 0xffff888000000000 on, here
 * negative) are exact.
 */
export type DmaAddress = number;

const HALF = 1n << 63n;
const WORD = 1n << 64n;
/** Characters of a text that is exact as a number: `0x` and 13 digits, 52 bits. */
const EXACT = 15;

/** As documents hold it. */
export function addressHex(address: DmaAddress): Hex64 {
  // Nearly all of them: big integers take several times as long, and lists are long.
  if (address >= 0 && Number.isSafeInteger(address)) return `0x${address.toString(16)}` as Hex64;
  return hex64(BigInt.asUintN(64, BigInt(address)));
}

/** `null` where the number would not be exact: no machine has memory there. */
export function addressOf(text: Hex64): DmaAddress | null {
  if (text.length <= EXACT) return Number(text);
  const value = hex64Value(text);
  const signed = Number(value >= HALF ? value - WORD : value);
  return Number.isSafeInteger(signed) ? signed : null;
}

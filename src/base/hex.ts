import type { Brand } from './brand.ts';

/** Lower-case hexadecimal without prefix, padded to `digits`: `hex(0x5f, 4)` is `005f`. */
export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * A number of up to 64 bits as text: `0x` and lower-case digits without leading zeros. Documents
 * hold addresses in this form, because JSON has no integers beyond 2^53.
 */
export type Hex64 = Brand<string, 'Hex64'>;

const HEX64 = /^0x(0|[1-9a-f][0-9a-f]{0,15})$/;

export function hex64(value: bigint): Hex64 {
  if (value < 0n || value > 0xffff_ffff_ffff_ffffn) {
    throw new RangeError(`${value} does not fit in 64 bits`);
  }
  return `0x${value.toString(16)}` as Hex64;
}

export function isHex64(text: string): text is Hex64 {
  return HEX64.test(text);
}

/** Digits with or without `0x`, of any case, as {@link Hex64}; `null` when they are no such number. */
export function parseHex64(text: string): Hex64 | null {
  const digits = text.trim().toLowerCase().replace(/^0x/, '');
  return /^[0-9a-f]{1,16}$/.test(digits) ? hex64(BigInt(`0x${digits}`)) : null;
}

export function hex64Value(text: Hex64): bigint {
  return BigInt(text);
}

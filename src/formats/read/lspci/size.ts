import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';

const SIZE = /\[size=(\d{1,12})([KMGTPE]?)\]/i;
const UNITS = ' KMGTPE';

/** Bytes of `[size=16M]`; lspci counts in powers of 1024. */
export function parseSize(text: string): OrUnknown<number> {
  const match = SIZE.exec(text);
  if (!match) return UNKNOWN;
  const exponent = Math.max(0, UNITS.indexOf((match[2] ?? '').toUpperCase() || ' '));
  const bytes = Number(match[1]) * 1024 ** exponent;
  return Number.isSafeInteger(bytes) ? bytes : UNKNOWN;
}

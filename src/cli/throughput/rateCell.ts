import { byteRate, threeDigits } from '../../base/byteRate.ts';

/** In a column of GB/s, three digits that count; what would lose digits has its own unit; `?`: not known. */
export function rateCell(bytesPerSecond: number | null): string {
  if (bytesPerSecond === null) return '?';
  const isSmall = bytesPerSecond !== 0 && bytesPerSecond < 0.9995e9;
  return isSmall ? byteRate(bytesPerSecond) : threeDigits(bytesPerSecond / 1e9);
}

import { byteRate } from '../../../base/byteRate.ts';

const GB = 1e9;

/** GB/s with three significant digits and no unit: `28.2`, `109`, `0.512`, `0`; `null`: `?`. */
export function rateFigure(bytesPerSecond: number | null): string {
  if (bytesPerSecond === null) return '?';
  const value = bytesPerSecond / GB;
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : '∞';
  if (Math.abs(value) >= 999.5) return String(Math.round(value));
  const digits = value.toPrecision(3);
  return digits.includes('e') ? String(Number(digits)) : digits;
}

/** The same with its unit, `28.2 GB/s`, `65.6 MB/s`; of what is not known: `rate not known`. */
export function rateWords(bytesPerSecond: number | null): string {
  if (bytesPerSecond === null) return 'rate not known';
  const { figure, unit } = rateParts(bytesPerSecond);
  return `${figure} ${unit}`;
}

/** A rate as a figure and its unit: GB/s, or for what is much smaller one that suits it. */
export function rateParts(bytesPerSecond: number | null): {
  readonly figure: string;
  readonly unit: string;
} {
  if (bytesPerSecond === null || bytesPerSecond === 0 || bytesPerSecond >= 0.0995 * GB) {
    return { figure: rateFigure(bytesPerSecond), unit: 'GB/s' };
  }
  const [figure = '', unit = ''] = byteRate(bytesPerSecond).split(' ');
  return { figure, unit };
}

/** Packets in a second, in millions or thousands: `220 M/s`. */
export function perSecondWords(count: number): string {
  if (count === 0) return '0/s';
  if (count >= 999_500) return `${three(count / 1e6)} M/s`;
  if (count >= 999.5) return `${three(count / 1e3)} k/s`;
  return `${three(count)}/s`;
}

/** Packets in a second, and the data of those that carry any: `220 M/s requests of 256 bytes`. */
export function packetsWords(
  { requests, completions }: { readonly requests: number; readonly completions: number },
  bytesPerSecond: number,
): string {
  const isRead = completions > 0;
  const carrying = isRead ? completions : requests;
  const data = carrying > 0 ? ` of ${three(bytesPerSecond / carrying)} bytes` : '';
  const asked = `${perSecondWords(requests)} requests`;
  return isRead ? `${asked}, ${perSecondWords(completions)} completions${data}` : `${asked}${data}`;
}

/** A time in the unit that suits it: `512 ns`, `1.07 µs`, `3.4 ms`. */
export function timeWords(ns: number): string {
  if (ns < 999.5) return `${three(ns)} ns`;
  if (ns < 999_500) return `${three(ns / 1e3)} µs`;
  if (ns < 999_500_000) return `${three(ns / 1e6)} ms`;
  return `${three(ns / 1e9)} s`;
}

function three(value: number): string {
  return value >= 99.95 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

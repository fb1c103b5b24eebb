const UNITS: readonly (readonly [string, number])[] = [
  ['T', 2 ** 40],
  ['G', 2 ** 30],
  ['M', 2 ** 20],
  ['K', 2 ** 10],
];

/** Bytes of `64K`, `1G`, `4096`, `0x1000`: units are powers of 1024. `null`: no size, or beyond 2^53. */
export function readSize(text: string): number | null {
  const match = /^(?:(0x[0-9a-f]{1,14})|(\d{1,16}(?:\.\d{1,3})?)([KMGT]?)(?:i?B)?)$/i.exec(text);
  if (!match) return null;
  const [, hexadecimal, digits = '', unit = ''] = match;
  const factor = UNITS.find(([name]) => name === unit.toUpperCase())?.[1] ?? 1;
  const bytes = Number(hexadecimal ?? digits) * factor;
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** The shortest text that {@link readSize} reads as that many bytes. */
export function writeSize(bytes: number): string {
  if (bytes === 0) return '0';
  const unit = UNITS.find(([, factor]) => bytes % factor === 0);
  return unit ? `${bytes / unit[1]}${unit[0]}` : String(bytes);
}

const RATES: readonly (readonly [string, number])[] = [
  ['T', 1e12],
  ['G', 1e9],
  ['M', 1e6],
  ['K', 1e3],
];

/** Bytes per second of `25G`: units of rates are powers of 1000. */
export function readRate(text: string): number | null {
  const match = /^(\d{1,16}(?:\.\d{1,16})?(?:e[+-]?\d{1,3})?)([KMGT]?)(?:B(?:\/s)?)?$/i.exec(text);
  if (!match) return null;
  const factor = RATES.find(([name]) => name === (match[2] ?? '').toUpperCase())?.[1] ?? 1;
  const rate = Number(match[1]) * factor;
  return Number.isFinite(rate) ? rate : null;
}

/** The text that {@link readRate} reads as that rate. */
export function writeRate(bytesPerSecond: number): string {
  const unit = RATES.find(([, factor]) => bytesPerSecond !== 0 && bytesPerSecond % factor === 0);
  return unit ? `${bytesPerSecond / unit[1]}${unit[0]}` : String(bytesPerSecond);
}

const TIMES: Readonly<Record<string, number>> = { '': 1, ns: 1, us: 1000, ms: 1e6 };

/** Nanoseconds of `120ns`, `1.5us`; a bare number is nanoseconds. */
export function readTime(text: string): number | null {
  const match = /^(\d{1,16}(?:\.\d{1,16})?(?:e[+-]?\d{1,3})?)(ns|us|ms)?$/i.exec(text);
  if (!match) return null;
  const time = Number(match[1]) * (TIMES[(match[2] ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(time) ? time : null;
}

/** The text that {@link readTime} reads as that many nanoseconds. */
export function writeTime(ns: number): string {
  return `${ns}ns`;
}

const UNITS = [
  [1e9, 'GB/s'],
  [1e6, 'MB/s'],
  [1e3, 'kB/s'],
] as const;

/** `28.2 GB/s`, `133 MB/s`, `12.5 kB/s`: three digits that count, in powers of ten. */
export function byteRate(bytesPerSecond: number): string {
  const size = Math.abs(bytesPerSecond);
  // What three digits round up to the next unit is said in that one.
  const [unit, name] = UNITS.find(([least]) => size >= least * 0.9995) ?? [1, 'B/s'];
  return `${threeDigits(bytesPerSecond / unit)} ${name}`;
}

/** Three digits that count: `28.2`, `7.00`, `110`, `1234`. */
export function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.95 || size === 0) return value.toFixed(0);
  return size >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

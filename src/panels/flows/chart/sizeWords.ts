const UNITS = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

/** `64 B`, `257 B`, `4 KiB`, `4097 B`: exact, so that the neighbours of a power of two are told from it. */
export function sizeWords(bytes: number): string {
  for (const [unit, name] of UNITS) {
    const count = bytes / unit;
    if (count >= 1 && Number.isInteger(count * 8)) return `${count} ${name}`;
  }
  return `${bytes} B`;
}

/** As short as an axis wants it: `64`, `4K`, `1M`. */
export function sizeMark(bytes: number): string {
  for (const [unit, name] of UNITS) {
    if (bytes >= unit) return `${bytes / unit}${name.charAt(0)}`;
  }
  return String(bytes);
}

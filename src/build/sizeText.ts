const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** `16 GiB`, `512 bytes`, `1.5 MiB`: the largest unit of which there is at least one. */
export function sizeText(bytes: bigint): string {
  let unit = 0;
  while (unit < UNITS.length - 1 && bytes >= 1n << BigInt(10 * (unit + 1))) unit++;
  const one = 1n << BigInt(10 * unit);
  const tenths = (bytes * 10n) / one;
  const isWhole = bytes % one === 0n;
  return `${isWhole ? bytes / one : `${tenths / 10n}.${tenths % 10n}`} ${UNITS[unit]}`;
}

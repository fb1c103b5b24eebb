import { generationName, type LinkRate } from '../../model/linkState.ts';

/** `3 functions`, `1 card`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const MOST_NAMED = 4;

/** `a, b and c`; of many the first ones, and how many more there are. */
export function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED) {
    const more = names.length - MOST_NAMED + 1;
    return `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${more} more`;
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `Gen4 x16` */
export function rateWords({ gts, width }: LinkRate): string {
  return `${generationName(gts)} x${width}`;
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `256 MiB`, `1.5 GiB` */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${UNITS[unit]}`;
}

/** `31.5 GB/s` */
export function speedWords(bytesPerSecond: number): string {
  return `${(bytesPerSecond / 1e9).toFixed(1)} GB/s`;
}

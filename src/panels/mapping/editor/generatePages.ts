import { hex64, hex64Value } from '../../../base/hex.ts';
import { Random } from '../../../base/random.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { PAGE, RAM_BASE } from './limits.ts';

export interface PagesWanted {
  readonly count: number;
  /** Of each, bytes. */
  readonly size: number;
  /** `scattered`: in no order, and no two beside each other. */
  readonly pattern: 'scattered' | 'adjacent' | 'backwards';
  readonly seed: number;
}

/** Places to choose from, for each page that is wanted; the more, the less regular it looks. */
const CHOICE = 16;

/**
 * Host memory for a list, always the same for the same wish, and none of it used by `entries`: behind
 * all that these use, above 4 GiB.
 */
export function generatePages(
  { count, size, pattern, seed }: PagesWanted,
  entries: readonly ScatterlistEntry[] = [],
): readonly ScatterlistEntry[] {
  const pitch = BigInt(Math.ceil(size / PAGE) * PAGE);
  const base = freeFrom(entries, pitch);
  const at = (place: bigint): ScatterlistEntry => ({
    kind: 'ram',
    address: hex64(base + place),
    length: size,
  });
  const places = Array.from({ length: count }, (_, index) => index);
  // Adjacent is to the byte: pages that are no multiple of the page size touch nevertheless.
  if (pattern === 'adjacent') return places.map((index) => at(BigInt(index) * BigInt(size)));
  if (pattern === 'backwards') {
    return places.map((index) => at(BigInt(count - 1 - index) * pitch));
  }
  const random = new Random(seed);
  const taken = new Set<number>();
  return places.map(() => {
    let place = random.below(count * CHOICE);
    while (taken.has(place)) place = random.below(count * CHOICE);
    taken.add(place);
    return at(BigInt(place) * pitch * 2n); // every other one stays free
  });
}

/** The first place behind all memory in use, rounded so that large pages stay aligned. */
function freeFrom(entries: readonly ScatterlistEntry[], pitch: bigint): bigint {
  let end = RAM_BASE;
  for (const entry of entries) {
    if (entry.kind !== 'ram') continue;
    const last = hex64Value(entry.address) + BigInt(entry.length);
    if (last > end) end = last;
  }
  // A gap behind what is there, or the first page would touch it.
  return end === RAM_BASE ? end : (end / pitch + 2n) * pitch;
}

import type { IovaSetup } from '../../../engine/dma/iova/iovaSetup.ts';
import {
  type IovaOperation,
  type SimulatedIova,
  simulateIova,
} from '../../../engine/dma/iova/simulateIova.ts';

/** Operations that a workbench holds: beyond that nobody reads them. */
export const MOST_OPERATIONS = 200;

const KIB = 1024;
const UNITS: Readonly<Record<string, number>> = { '': 1, K: KIB, M: KIB ** 2, G: KIB ** 3 };

/** Seven mappings that show rounding, alignment and the holes that it leaves. */
export const FIRST_SIZES = '4K, 64K, 4K, 12K, 2M, 4K, 132K';

export type ReadSizes =
  | { readonly ok: true; readonly sizes: readonly number[] }
  | { readonly ok: false; readonly why: string };

/** `4K, 64K, 2M`: sizes in bytes, K, M or G, parted by commas or spaces. */
export function readSizes(text: string): ReadSizes {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return { ok: false, why: 'Type sizes such as 4K, 64K, 2M.' };
  const sizes: number[] = [];
  for (const word of words) {
    const [, digits, unit] = /^(\d{1,12})([kmg]?)(?:i?b)?$/i.exec(word) ?? [];
    const bytes = Number(digits) * (UNITS[(unit ?? '').toUpperCase()] ?? Number.NaN);
    if (!(bytes > 0)) return { ok: false, why: `${word} is no size: type 4096, 4K, 2M or 1G.` };
    sizes.push(bytes);
  }
  return { ok: true, sizes };
}

/** Maps of sizes, behind what is there already; `null`: there are too many. */
export function withMaps(
  operations: readonly IovaOperation[],
  sizes: readonly number[],
  limit: number,
): readonly IovaOperation[] | null {
  if (operations.length + sizes.length > MOST_OPERATIONS) return null;
  return [...operations, ...sizes.map((bytes) => ({ kind: 'map', bytes, limit }) as const)];
}

/** Which mappings are there in the end, oldest first. */
export function stillMapped({ events }: SimulatedIova): readonly number[] {
  const there = new Set<number>();
  for (const { outcome, which } of events) {
    if (which === null) continue;
    if (outcome === 'mapped') there.add(which);
    if (outcome === 'unmapped' || outcome === 'waits') there.delete(which);
  }
  return [...there];
}

/** The space after the first operations, and all that happened up to there. */
export function playUpTo(
  operations: readonly IovaOperation[],
  count: number,
  setup: IovaSetup,
): SimulatedIova {
  return simulateIova(operations.slice(0, count), setup);
}

import type { DmaDevice } from './scatterlist.ts';

/** The highest address that may reach the wire: the device's mask, and what the bus above carries. */
export function dmaLimit({ mask, busLimit }: DmaDevice): number {
  return busLimit === null ? mask : Math.min(mask, busLimit);
}

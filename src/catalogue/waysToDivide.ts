import { UNKNOWN } from '../base/unknown.ts';
import { SLOTS } from './slots.ts';

/**
 * The ways in which slots of that many lanes can be divided, each as lane groups in order and each
 * once: all that the catalogue's slots of that size offer. None where the size is not known.
 */
export function waysToDivide(lanes: number | null): readonly (readonly number[])[] {
  if (lanes === null) return [];
  const ways = SLOTS.flatMap((part) =>
    part.lanes.value === lanes && part.bifurcations.value !== UNKNOWN
      ? part.bifurcations.value
      : [],
  );
  return ways.filter((way, index) => ways.findIndex((other) => isSameWay(way, other)) === index);
}

export function isSameWay(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((lanes, index) => lanes === b[index]);
}

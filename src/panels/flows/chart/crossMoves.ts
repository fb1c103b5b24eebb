import { nearest } from './nearest.ts';

/**
 * Where a key leads among rising sizes: arrows to the next one, with PageUp and PageDown to the next but
 * three octaves, Home and End to the ends; `null`: nowhere.
 */
export function sizeAfterKey(sizes: readonly number[], at: number, key: string): number | null {
  const last = sizes.length - 1;
  if (last < 0) return null;
  const octaves = (by: number) => {
    const aim = Math.log2(sizes[at] ?? 1) + by;
    return nearest(sizes.map(Math.log2), aim);
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'PageUp':
      return octaves(3);
    case 'PageDown':
      return octaves(-3);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

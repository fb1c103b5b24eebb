import type { LinkRate } from '../../model/linkState.ts';
import { lineCodingOf } from './lineCoding.ts';
import { generationOf } from './pcieGeneration.ts';

/**
 * Bytes/s that a link carries one way after line code, before SKP, framing and headers. 0: it is down;
 * `null`: no generation runs at that rate.
 */
export function rawBytesPerSecond({ gts, width }: LinkRate): number | null {
  if (width === 0) return 0;
  const generation = generationOf(gts);
  if (generation === null) return null;
  return ((gts * 1e9 * width) / 8) * lineCodingOf(generation).efficiency;
}

import { generationOf } from '../../link/pcieGeneration.ts';
import { rawBytesPerSecond } from '../../link/rawRate.ts';
import { type TlpKind, tlpOverhead } from '../../link/tlpBytes.ts';
import type { LimitContext } from './limitContext.ts';

/** Time that one TLP takes to cross a link from its first byte to its last, ns; `null`: rate not shown. */
export function wireNs(
  { links, options }: LimitContext,
  link: number,
  kind: TlpKind,
  dataBytes: number,
  addressBits: 32 | 64,
): number | null {
  const rate = links[link]?.rate;
  const generation = rate ? generationOf(rate.gts) : null;
  const bytesPerSecond = rate ? rawBytesPerSecond(rate) : null;
  if (generation === null || !bytesPerSecond) return null;
  const form = { addressBits: options.addressBits ?? addressBits, ecrc: options.ecrc };
  return ((dataBytes + tlpOverhead(generation, kind, form)) / bytesPerSecond) * 1e9;
}

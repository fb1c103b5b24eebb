import { UNKNOWN } from '../../base/unknown.ts';
import { type LinkRate, linkRegisters } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/**
 * How a link runs, by its two ends: what the lower one shows of it (LnkSta), else the upper one, else the
 * lesser of what both can do. `null` where that leaves rate or width open. Width 0: it is down.
 */
export function negotiatedRate(upper: PciFunction, lower: PciFunction): LinkRate | null {
  const gts = negotiated(upper, lower, 'gts');
  const width = negotiated(upper, lower, 'width');
  return gts === null || width === null ? null : { gts, width };
}

type Figure = keyof LinkRate;

function negotiated(upper: PciFunction, lower: PciFunction, figure: Figure): number | null {
  const runs = shown(lower, 'current', figure) ?? shown(upper, 'current', figure);
  if (runs !== null) return runs;
  const [above, below] = [shown(upper, 'capable', figure), shown(lower, 'capable', figure)];
  // One end alone says only how fast the link is not.
  return above === null || below === null ? null : Math.min(above, below);
}

function shown(fn: PciFunction, which: 'current' | 'capable', figure: Figure): number | null {
  const state = linkRegisters(fn)?.[which] ?? UNKNOWN;
  const value = state === UNKNOWN ? UNKNOWN : state[figure];
  return value === UNKNOWN ? null : value;
}

import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from './pciFunction.ts';
import type { Link, LinkState } from './registers.ts';

/** Both figures of a link, known. */
export interface LinkRate {
  /** GT/s per lane. */
  readonly gts: number;
  readonly width: number;
}

/**
 * How a link runs, seen from its lower end:
 * `narrow` and `slow`: below what both ends could do; `held-by-port`: the port above can do no
 * more, the card could; `full`: all that both can do; `down`: trained to nothing.
 */
export type LinkFitness = 'full' | 'held-by-port' | 'slow' | 'narrow' | 'down';

export interface LinkReading {
  readonly fitness: LinkFitness;
  /** What was negotiated. */
  readonly has: LinkRate;
  /** What the lower end could do. */
  readonly can: LinkRate;
  /** What the weaker of both ends could do; what the lower one could, if the port is not shown. */
  readonly both: LinkRate;
  readonly isPortShown: boolean;
}

/** It runs below what both of its ends could do. */
export function isDegraded(reading: LinkReading | null): boolean {
  return reading?.fitness === 'narrow' || reading?.fitness === 'slow';
}

/**
 * The link above `fn`, held against the weaker of its two ends; `null` when the lower end does not
 * show what it has and what it could do. `port` is the bridge function above.
 */
export function readLink(
  fn: PciFunction,
  port: PciFunction | null | undefined,
): LinkReading | null {
  const has = linkRate(fn, 'current');
  const can = linkRate(fn, 'capable');
  if (!has || !can) return null;
  const portCan = port ? linkRate(port, 'capable') : null;
  const both = portCan
    ? { gts: Math.min(can.gts, portCan.gts), width: Math.min(can.width, portCan.width) }
    : can;
  const isPortShown = portCan !== null;
  return { fitness: fitness(has, can, both), has, can, both, isPortShown };
}

function fitness(has: LinkRate, can: LinkRate, both: LinkRate): LinkFitness {
  if (has.width === 0) return 'down';
  if (has.width < both.width) return 'narrow';
  if (has.gts < both.gts) return 'slow';
  return has.gts < can.gts || has.width < can.width ? 'held-by-port' : 'full';
}

/** The link registers of a function, as far as they are shown. */
export function linkRegisters(fn: PciFunction | null | undefined): Link | null {
  if (!fn || fn.pcie === null || fn.pcie === UNKNOWN) return null;
  const { link } = fn.pcie;
  return link === null || link === UNKNOWN ? null : link;
}

/** What one end says of its link, one figure at least; `null` when it shows neither. */
export function linkFigures(
  fn: PciFunction | null | undefined,
  which: 'capable' | 'current',
): LinkState | null {
  const state = linkRegisters(fn)?.[which] ?? UNKNOWN;
  const isShown = state !== UNKNOWN && (state.gts !== UNKNOWN || state.width !== UNKNOWN);
  return isShown ? state : null;
}

/** What one end says of its link; `null` when either figure is not shown. */
export function linkRate(fn: PciFunction, which: 'capable' | 'current'): LinkRate | null {
  const state = linkFigures(fn, which);
  if (state === null || state.gts === UNKNOWN || state.width === UNKNOWN) return null;
  return { gts: state.gts, width: state.width };
}

/** Rates per lane in the order of the generations 1 to 7 (PCIe base specification 7.0, 1.2). */
const GENERATION_RATES: readonly number[] = [2.5, 5, 8, 16, 32, 64, 128];

/** `Gen4` for 16 GT/s; a rate that no generation has keeps its figure. */
export function generationName(gts: number): string {
  const index = GENERATION_RATES.indexOf(gts);
  return index < 0 ? `${gts} GT/s` : `Gen${index + 1}`;
}

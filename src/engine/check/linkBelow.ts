import { type LinkRate, linkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Look } from './look.ts';

/** What the link can carry at most: the lesser of both ends, or of the one that is shown. */
export function mostOfLink(
  look: Look,
  upper: PciFunction | undefined,
  lower: PciFunction | undefined,
): LinkRate | null {
  const above = upper ? look.able(upper) : null;
  const below = lower ? look.able(lower) : null;
  if (!above || !below) return above ?? below;
  return { gts: Math.min(above.gts, below.gts), width: Math.min(above.width, below.width) };
}

/**
 * Lanes that a port takes: those in use by what is below it, all that it has when nothing is; `null`
 * where that is not known of both ends.
 */
export function lanesOfPort(look: Look, port: PciFunction): number | null {
  const lower = look.devices(port.id)[0]?.[0];
  const can = look.able(port)?.width ?? null;
  if (!lower) return linkRate(port, 'current')?.width || can;
  const trained = linkRate(lower, 'current')?.width ?? 0;
  if (trained > 0) return trained;
  const below = look.able(lower)?.width ?? null;
  return can === null || below === null ? null : Math.min(can, below);
}

/** What a link trained to and could do, seen from its lower end; `null` where either is not shown. */
export function readingOf(
  look: Look,
  lower: PciFunction,
  upper: PciFunction | undefined,
): { readonly has: LinkRate; readonly both: LinkRate } | null {
  const has = linkRate(lower, 'current');
  const own = look.able(lower);
  const both = own && (mostOfLink(look, upper, lower) ?? own);
  return has && both && { has, both };
}

/** It runs below what both of its ends can do; a link that is down is no slow one. */
export function isDegraded(
  look: Look,
  lower: PciFunction,
  upper: PciFunction | undefined,
): boolean {
  const reading = readingOf(look, lower, upper);
  if (!reading || reading.has.width === 0) return false;
  const { has, both } = reading;
  return has.width < both.width || has.gts < both.gts;
}

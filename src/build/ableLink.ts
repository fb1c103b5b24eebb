import { type LinkRate, linkRate } from '../model/linkState.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { partLink } from './partLink.ts';

/**
 * What an end of a link can do: its capability, as a captured machine shows it. On a drawing the
 * capability often only came with the part, while the line says how the end is used: then a port is
 * wired as it is said to run, and a part that comes in all sizes has the one that is said. `null`
 * where a figure is not known.
 */
export function ableLink({ origin }: Pick<Machine, 'origin'>, fn: PciFunction): LinkRate | null {
  const capable = linkRate(fn, 'capable');
  if (origin === 'captured') return capable;
  const current = linkRate(fn, 'current');
  const isSaid = capable !== null && current !== null && current.width > 0;
  return isSaid && isAsThePart(fn) && isOfUse(fn) ? lesser(current, capable) : capable;
}

/** Its capability is what the part of the catalogue brought along: nobody said another. */
export function isAsThePart(fn: PciFunction): boolean {
  const plan = partLink(fn)?.value ?? null;
  const capable = linkRate(fn, 'capable');
  if (plan === null || plan === 'unknown' || capable === null) return false;
  return plan.gts === capable.gts && plan.width === capable.width;
}

/** A port, or a part that stands for many. */
function isOfUse(fn: PciFunction): boolean {
  const isPort = fn.type === 'root-port' || fn.type === 'downstream' || fn.type === 'upstream';
  return isPort || partLink(fn)?.source?.quality === 'convention';
}

function lesser(a: LinkRate, b: LinkRate): LinkRate {
  return { gts: Math.min(a.gts, b.gts), width: Math.min(a.width, b.width) };
}

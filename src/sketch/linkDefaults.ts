import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Link, LinkState } from '../model/registers.ts';

/** Which figures of its link the line of a port states. */
export interface StatedLink {
  readonly gts: boolean;
  readonly width: boolean;
}

export const NOTHING_STATED: StatedLink = { gts: false, width: false };

function linkOf({ pcie }: PciFunction): Link | null {
  if (pcie === null || pcie === UNKNOWN) return null;
  return pcie.link === UNKNOWN ? null : pcie.link;
}

function withCurrent(fn: PciFunction, current: LinkState): PciFunction {
  const link = linkOf(fn);
  if (!link || fn.pcie === null || fn.pcie === UNKNOWN) return fn;
  const isNothing = current.gts === UNKNOWN && current.width === UNKNOWN;
  return {
    ...fn,
    pcie: { ...fn.pcie, link: { ...link, current: isNothing ? UNKNOWN : current } },
  };
}

const stateOf = (state: OrUnknown<LinkState>): LinkState =>
  state === UNKNOWN ? { gts: UNKNOWN, width: UNKNOWN } : state;

function least(a: OrUnknown<number>, b: OrUnknown<number>): OrUnknown<number> {
  if (a === UNKNOWN || b === UNKNOWN) return a === UNKNOWN ? b : a;
  return Math.min(a, b);
}

/** Does a link lead down from it? */
export function leadsToLink({ type }: PciFunction): boolean {
  return type === 'root-port' || type === 'downstream';
}

/**
 * The lower end of a link of which its line says nothing: trained to what the line of the port above
 * states, else to the most that both ends can do.
 */
export function belowPort(fn: PciFunction, port: PciFunction, stated: StatedLink): PciFunction {
  const own = linkOf(fn);
  const above = linkOf(port);
  if (!own || !above || !leadsToLink(port)) return fn;
  const [can, portCan] = [stateOf(own.capable), stateOf(above.capable)];
  const has = stateOf(above.current);
  return withCurrent(fn, {
    gts: stated.gts ? has.gts : least(can.gts, portCan.gts),
    width: stated.width ? has.width : least(can.width, portCan.width),
  });
}

/** The upper end of a link: what its line does not state is as the lower end has it. */
export function abovePart(
  port: PciFunction,
  below: PciFunction | undefined,
  stated: StatedLink,
): PciFunction {
  const own = linkOf(port);
  const other = below ? linkOf(below) : null;
  if (!own || !other || !leadsToLink(port)) return port;
  const has = stateOf(own.current);
  const lower = stateOf(other.current);
  return withCurrent(port, {
    gts: stated.gts ? has.gts : lower.gts,
    width: stated.width ? has.width : lower.width,
  });
}

import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { type LinkRate, linkRate, linkRegisters } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Link, LinkState } from '../../model/registers.ts';
import { ableLink } from '../ableLink.ts';

/** The function with other link registers; one without a link stays as it is. */
export function withLink(fn: PciFunction, change: Partial<Link>): PciFunction {
  const link = linkRegisters(fn);
  if (!link || fn.pcie === null || fn.pcie === UNKNOWN) return fn;
  return { ...fn, pcie: { ...fn.pcie, link: { ...link, ...change } } };
}

/** What a link trains to between these two ends: the lesser of both; unknown if either is. */
export function trained(upper: PciFunction, lower: PciFunction): OrUnknown<LinkState> {
  const above = linkRate(upper, 'capable');
  const below = linkRate(lower, 'capable');
  if (!above || !below) return UNKNOWN;
  return { gts: Math.min(above.gts, below.gts), width: Math.min(above.width, below.width) };
}

/**
 * The lower end, freshly plugged into that port: it trains to what both can do. On a drawing a port of
 * which nobody knows what it can do holds nothing back.
 */
export function pluggedInto(machine: Machine, upper: PciFunction, lower: PciFunction): PciFunction {
  const above = ableLink(machine, upper);
  const below = linkRate(lower, 'capable');
  if (!below || (!above && machine.origin === 'captured')) {
    return withLink(lower, { current: UNKNOWN });
  }
  if (!above) return withLink(lower, { current: below });
  return withLink(lower, { current: lesser(above, below) });
}

/** A port made for something to come, with its link down: what its likeness ran at says nothing of it. */
export function idlePort(port: PciFunction): PciFunction {
  const link = linkRegisters(port);
  if (!link || link.capable === UNKNOWN) return port;
  return withLink(port, { current: { gts: link.capable.gts, width: 0 } });
}

/**
 * The port that something was just plugged into: a link that was down is up. A drawn port runs no
 * faster than what is below it, unless it was said how it runs.
 */
export function portInUse(machine: Machine, upper: PciFunction, lower: PciFunction): PciFunction {
  const has = linkRate(upper, 'current');
  if (has?.width === 0) return withLink(upper, { current: trained(upper, lower) });
  const wired = wiredRate(machine, upper);
  const could = linkRate(lower, 'capable');
  if (machine.origin === 'captured' || !has || !wired || !could || !isSame(has, wired)) {
    return upper;
  }
  return withLink(upper, { current: lesser(wired, could) });
}

/**
 * The drawn port that something was just taken from: where it ran no faster than that could, it was
 * the device that held it back, and the port is free to do again what it can.
 */
export function portLeft(machine: Machine, upper: PciFunction, lower: PciFunction): PciFunction {
  const has = linkRate(upper, 'current');
  const could = linkRate(lower, 'capable');
  const wired = wiredRate(machine, upper);
  if (machine.origin === 'captured' || !has || !could || !wired) return upper;
  const isHeldBack = isSame(has, could) || isSame(has, lesser(wired, could));
  return isHeldBack ? withLink(upper, { current: wired }) : upper;
}

/** What a port can do over the lanes that its slot leaves it. */
function wiredRate(machine: Machine, port: PciFunction): LinkRate | null {
  const can = linkRate(port, 'capable');
  if (!can) return null;
  const slot = machine.slots.find(({ ports }) => ports.includes(port.id));
  if (!slot) return can;
  const { ports, bifurcation, lanes } = slot;
  const own = bifurcation?.[ports.indexOf(port.id)] ?? (ports.length === 1 ? lanes : null);
  return own === null ? can : { ...can, width: Math.min(can.width, own) };
}

const isSame = (a: LinkRate, b: LinkRate) => a.gts === b.gts && a.width === b.width;

function lesser(a: LinkRate, b: LinkRate): LinkRate {
  return { gts: Math.min(a.gts, b.gts), width: Math.min(a.width, b.width) };
}

import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from './ids.ts';
import type { Machine } from './machine.ts';
import type { PciFunction } from './pciFunction.ts';

/** A link with something at either end. It goes by the function at its lower end. */
export interface LinkEnds {
  /** The port. */
  readonly upper: PciFunction;
  /** The first function of the device below. */
  readonly lower: PciFunction;
}

/** Ports that have their link below them; all others have it above. */
const LINK_BELOW: ReadonlySet<string> = new Set(['root-port', 'downstream', 'pci-to-pcie']);

/** Is the function's link (if it has one) below it? What hangs there is one device. */
export function hasLinkBelow({ type }: PciFunction): boolean {
  return type !== UNKNOWN && LINK_BELOW.has(type);
}

type Functions = ReadonlyMap<FunctionId, PciFunction>;

/** The link from the port above a function to its device; `null`: it hangs from no link. */
export function linkAbove(machine: Machine, byId: Functions, id: FunctionId): LinkEnds | null {
  const fn = byId.get(id);
  if (!fn || fn.parent === UNKNOWN || fn.parent.kind !== 'function') return null;
  return linkBelow(machine, byId, fn.parent.id);
}

/** The link below a port to the device that is there; `null`: it is no such port, or free. */
export function linkBelow(machine: Machine, byId: Functions, id: FunctionId): LinkEnds | null {
  const upper = byId.get(id);
  if (!upper || !hasLinkBelow(upper)) return null;
  const below = machine.functions.filter(
    ({ parent }) => parent !== UNKNOWN && parent.kind === 'function' && parent.id === id,
  );
  const lower = below.find(({ physfn }) => physfn === null) ?? below[0];
  return lower ? { upper, lower } : null;
}

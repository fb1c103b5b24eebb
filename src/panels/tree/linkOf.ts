import { UNKNOWN } from '../../base/unknown.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import { isDegraded, type LinkReading, linkRegisters, readLink } from '../../model/linkState.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import type { MachineTree } from './machineTree.ts';
import { bridgesAbove, functionsBelow } from './waysThrough.ts';

/** One link and both of its ends; an end that is not shown, or where nothing is, is `null`. */
export interface LinkEnds {
  readonly upper: PciFunction | null;
  readonly lower: PciFunction | null;
  /** Which of the two the asked function is. */
  readonly own: 'upper' | 'lower';
}

const LINK_ABOVE: ReadonlySet<FunctionType> = new Set([
  'endpoint',
  'legacy-endpoint',
  'upstream',
  'pcie-to-pci',
]);

/**
 * The link that a function's registers are about, with the port above and the device below;
 * `null` for what has no link: integrated and conventional functions, virtual ones (theirs is
 * their physical function's).
 */
export function linkOf(tree: MachineTree, fn: PciFunction): LinkEnds | null {
  if (fn.physfn !== null || fn.pcie === null) return null;
  if (fn.pcie !== UNKNOWN && fn.pcie.link === null) return null;
  if (hasLinkBelow(fn)) {
    const below = functionsBelow(tree, fn.id);
    return { upper: fn, lower: below.find(isFirstFunction) ?? below[0] ?? null, own: 'upper' };
  }
  const isLower = fn.type === UNKNOWN ? linkRegisters(fn) !== null : LINK_ABOVE.has(fn.type);
  if (!isLower) return null;
  const [upper = null] = bridgesAbove(tree, fn.id);
  return { upper: upper && hasLinkBelow(upper) ? upper : null, lower: fn, own: 'lower' };
}

/** Of several functions of a device one shows the link. */
export function isFirstFunction(fn: PciFunction): boolean {
  return fn.physfn === null && (fn.address === null || fn.address.function === 0);
}

/** How a link runs. */
export interface LinkFacts {
  /** As negotiated, as either end says; `null`: not shown. */
  readonly current: LinkState | null;
  /** Held against what both ends could do; `null` where the lower one does not show enough. */
  readonly reading: LinkReading | null;
  readonly isDown: boolean;
  readonly isDegraded: boolean;
}

export function linkFacts({ upper, lower }: Pick<LinkEnds, 'upper' | 'lower'>): LinkFacts {
  const states = [lower, upper].map((end) => linkRegisters(end)?.current ?? UNKNOWN);
  const current = states.find((state) => state !== UNKNOWN) ?? null;
  const reading = lower && readLink(lower, upper);
  return { current, reading, isDown: current?.width === 0, isDegraded: isDegraded(reading) };
}

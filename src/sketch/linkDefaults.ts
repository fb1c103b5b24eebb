import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Link, LinkState } from '../model/registers.ts';

/** What a line states of its link with `genN` and `xN`; `null`: nothing. */
export interface StatedLink {
  readonly gts: OrUnknown<number> | null;
  readonly width: OrUnknown<number> | null;
}

export const NOTHING_STATED: StatedLink = { gts: null, width: null };

/** One end of a link as its line has it. */
export interface LinkEnd {
  readonly fn: PciFunction;
  readonly stated: StatedLink;
  /** `now=`: what this end shows, whatever follows from the rest. */
  readonly now: OrUnknown<LinkState> | null;
  /** `false`: its line says all that there is to know (`bare`, `link=`, `pcie=`). */
  readonly isOpen: boolean;
}

/** The link of a function; `null`: it has none, or it is not known. */
export function knownLink({ pcie }: PciFunction): Link | null {
  if (pcie === null || pcie === UNKNOWN) return null;
  return pcie.link === UNKNOWN ? null : pcie.link;
}

export const stateOf = (state: OrUnknown<LinkState>): LinkState =>
  state === UNKNOWN ? { gts: UNKNOWN, width: UNKNOWN } : state;

/** Neither figure known is the same as nothing known. */
export function tidy(state: LinkState): OrUnknown<LinkState> {
  return state.gts === UNKNOWN && state.width === UNKNOWN ? UNKNOWN : state;
}

/** The least of the figures that are known. */
export function least(...figures: readonly (OrUnknown<number> | null)[]): OrUnknown<number> {
  let found: OrUnknown<number> = UNKNOWN;
  for (const each of figures) {
    if (each === null || each === UNKNOWN) continue;
    if (found === UNKNOWN || each < found) found = each;
  }
  return found;
}

/** Does a link lead down from it? */
export function leadsToLink({ type }: PciFunction): boolean {
  return type === 'root-port' || type === 'downstream';
}

/** Are these the two ends of one link of which both are known? */
export function areJoined(upper: PciFunction, lower: PciFunction): boolean {
  return (
    leadsToLink(upper) &&
    !leadsToLink(lower) &&
    knownLink(upper) !== null &&
    knownLink(lower) !== null
  );
}

/**
 * What an end shows of its link: the least of what either line states and of what both ends can do.
 * Of an end whose line says that it is not known, it is not.
 */
export function trained(
  { stated }: Pick<LinkEnd, 'stated'>,
  other: Pick<LinkEnd, 'stated'>,
  links: readonly Link[],
): LinkState {
  const figure = (key: keyof LinkState): OrUnknown<number> => {
    if (stated[key] === UNKNOWN) return UNKNOWN;
    const can = links.map((link) => stateOf(link.capable)[key]);
    return least(stated[key], other.stated[key], ...can);
  };
  return { gts: figure('gts'), width: figure('width') };
}

/** An end of a link, trained with the other one. */
export function joined(end: LinkEnd, other: Pick<LinkEnd, 'fn' | 'stated'>): PciFunction {
  const { fn, now, isOpen } = end;
  const [own, others] = [knownLink(fn), knownLink(other.fn)];
  if (!isOpen || !own || !others || fn.pcie === null || fn.pcie === UNKNOWN) return fn;
  const current = now ?? tidy(trained(end, other, [own, others]));
  return { ...fn, pcie: { ...fn.pcie, link: { ...own, current } } };
}

/** A further function of a device, with the link that all of them share. */
export function withLinkOf(fn: PciFunction, device: PciFunction): PciFunction {
  const [own, shared] = [fn.pcie, device.pcie];
  if (own === null || own === UNKNOWN || shared === null || shared === UNKNOWN) return fn;
  if (own.link === null || own.link === UNKNOWN || shared.link === null) return fn;
  const { portNumber } = own.link;
  const link = shared.link === UNKNOWN ? UNKNOWN : { ...shared.link, portNumber };
  return { ...fn, pcie: { ...own, link } };
}

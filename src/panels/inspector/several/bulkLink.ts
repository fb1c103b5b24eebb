import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { Change } from '../../../build/change.ts';
import { linkRegisters } from '../../../model/linkState.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { type LinkFigure, linkChange } from '../function/linkChoices.ts';
import { type Shared, shared } from '../shared.ts';

/** Functions that are an end of a link of their own. */
export function withLink(functions: readonly PciFunction[]): readonly PciFunction[] {
  return functions.filter((fn) => fn.physfn === null && linkRegisters(fn) !== null);
}

/** A figure of what those ends can do. */
export function sharedFigure(
  ends: readonly PciFunction[],
  figure: LinkFigure,
): Shared<OrUnknown<number>> {
  return shared(
    ends.map((fn) => {
      const can = linkRegisters(fn)?.capable ?? UNKNOWN;
      return can === UNKNOWN ? UNKNOWN : can[figure];
    }),
  );
}

/** Sets that figure of all of them; those that have it already stay as they are. */
export function linkChanges(
  ends: readonly PciFunction[],
  figure: LinkFigure,
  value: number,
): readonly Change[] {
  return ends
    .filter((fn) => {
      const now = sharedFigure([fn], figure);
      return now.kind !== 'same' || now.value !== value;
    })
    .map((fn) => linkChange(fn.id, 'capable', figure, value));
}

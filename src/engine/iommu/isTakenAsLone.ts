import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/**
 * Of a function that is taken as isolating although the input hides what decides: because it is taken
 * as the only one of its device (a lone function has nobody to be kept apart from), or because the
 * kernel sets its hidden ACS words? One without words that could be set is the former.
 */
export function isTakenAsLone({ acs }: PciFunction): boolean {
  return acs === null || acs === UNKNOWN;
}

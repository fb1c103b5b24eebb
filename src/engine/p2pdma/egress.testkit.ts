import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { UNKNOWN_PCIE } from '../../model/blank.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** The function with that Port Number in its link capabilities. */
export function withPortNumber(fn: PciFunction, portNumber: OrUnknown<number>): PciFunction {
  const link = { capable: UNKNOWN, current: UNKNOWN, targetGts: UNKNOWN, portNumber } as const;
  return { ...fn, pcie: { ...UNKNOWN_PCIE, link } };
}

import { knownOrNull, UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/**
 * Virtual functions do not show their ids in their own bytes: vendor is the physical function's,
 * device the one that its SR-IOV capability names (PCIe base specification 9.3.3.11).
 */
export function fillVirtualIds(functions: readonly PciFunction[]): readonly PciFunction[] {
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  return functions.map((fn) => {
    if (fn.pciId !== UNKNOWN || fn.physfn === null) return fn;
    const physical = byId.get(fn.physfn);
    const vendor = physical && knownOrNull(physical.pciId)?.vendor;
    const device = physical && knownOrNull(knownOrNull(physical.sriov)?.vfDeviceId ?? null);
    return vendor && device ? { ...fn, pciId: { vendor, device } } : fn;
  });
}

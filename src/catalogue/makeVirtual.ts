import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/**
 * Virtual functions of a physical one, `id/vf1` and up. They have no BARs of their own (the SR-IOV
 * capability's give them room), no ACS capability and no memory for peers; which driver takes them
 * nobody knows yet. Sizes and ids come from the physical function.
 */
export function makeVirtual(physical: PciFunction, count: number): readonly PciFunction[] {
  const { pciId, sriov, pcie } = physical;
  const device = sriov === UNKNOWN || sriov === null ? UNKNOWN : sriov.vfDeviceId;
  return Array.from({ length: count }, (_, index) => ({
    ...physical,
    id: `${physical.id}/vf${index + 1}` as FunctionId,
    address: null,
    fixedAddress: null,
    hotplugReserve: null,
    physfn: physical.id,
    multifunction: false,
    pciId: pciId === UNKNOWN ? UNKNOWN : { vendor: pciId.vendor, device },
    acs: null,
    ats: physical.ats === null || physical.ats === UNKNOWN ? physical.ats : { enabled: false },
    ari: physical.ari === null || physical.ari === UNKNOWN ? physical.ari : { nextFunction: 0 },
    sriov: null,
    bars: [],
    p2pMemory: [],
    driver: UNKNOWN,
    pcie: pcie === UNKNOWN || pcie === null ? pcie : { ...pcie },
    part:
      physical.part === null
        ? null
        : { model: physical.part.model, latencyNs: null, cmbBytes: null },
    label: null,
  }));
}

/** The physical function with that many virtual functions up; unchanged without the capability. */
export function withVirtual(physical: PciFunction, count: number): PciFunction {
  const { sriov } = physical;
  if (sriov === UNKNOWN || sriov === null) return physical;
  return { ...physical, sriov: { ...sriov, enabled: count > 0, numVfs: count } };
}

import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Conditions } from '../kernel/conditions.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';

const AMD = 0x1022;
/** System peripheral, IOMMU. */
const IOMMU_CLASS = 0x0806;

/** Why functions get no group although an IOMMU is in use, in a sentence each. */
export const WITHOUT_IOMMU = {
  itself: 'It is the IOMMU itself.',
  besideIommu:
    'It shares a slot with the IOMMU: the firmware’s table of what the IOMMU serves (IVRS) begins after that slot on the machines seen.',
  vmdPrivate:
    'It is in a VMD domain: this kernel’s Intel driver finds no IOMMU for it, and its DMA goes out through the VMD function.',
  vmdHidden:
    'It is in a VMD domain and shares the group of the VMD function; the input does not show which function that is.',
} as const;

/**
 * The functions that the IOMMU driver does not take, each with the reason.
 *
 * - AMD-Vi: the IOMMU's own function, and what shares its slot. Seen on running kernels: QEMU's
 *   IOMMU at 00:01.0 has no group while the host bridge at 00:00.0 has one; on Carrizo and Raven
 *   boards 00:00.0 and 00:00.2 have none. What the firmware's table says is not in any dump.
 * - VMD domains up to 5.5, on Intel: `device_to_iommu()`, drivers/iommu/intel-iommu.c, Linux 5.4.
 */
export function withoutIommu(
  topology: Topology,
  conditions: Conditions,
): ReadonlyMap<number, string> {
  const { functions, machine, host } = topology;
  const { vmdChildren } = conditions.kernel.value.features;
  const found = new Map<number, string>();
  const slots = conditions.iommu.value.hardware === 'amd' ? iommuSlots(functions) : new Set();
  functions.forEach((fn, index) => {
    const bridge = machine.hostBridges[host[index] ?? NOT_SHOWN];
    if (bridge?.kind === 'vmd') {
      if (vmdChildren === 'private-ops') found.set(index, WITHOUT_IOMMU.vmdPrivate);
      else if (bridge.vmdFunction === null || bridge.vmdFunction === UNKNOWN) {
        found.set(index, WITHOUT_IOMMU.vmdHidden);
      }
    } else if (isAmdIommu(fn) && slots.size > 0) {
      found.set(index, WITHOUT_IOMMU.itself);
    } else if (slots.has(slotOf(fn))) {
      found.set(index, WITHOUT_IOMMU.besideIommu);
    }
  });
  return found;
}

function iommuSlots(functions: readonly PciFunction[]): ReadonlySet<string | null> {
  const slots = new Set(functions.filter(isAmdIommu).map(slotOf));
  slots.delete(null);
  return slots;
}

function isAmdIommu({ classCode, pciId }: PciFunction): boolean {
  if (classCode === UNKNOWN || classCode >> 8 !== IOMMU_CLASS) return false;
  return pciId === UNKNOWN || pciId.vendor === AMD;
}

function slotOf({ address }: PciFunction): string | null {
  return address && `${address.domain}:${address.bus}:${address.device}`;
}

import type { Conditions } from '../kernel/conditions.ts';
import { functionAt, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import { WITHOUT_IOMMU, withoutIommu } from './withoutIommu.ts';

/**
 * Are this function's addresses translated? All are where the IOMMU translates, and none where it is
 * off or passes through, with two exceptions:
 *
 * - An AMD IOMMU does not take itself, nor what shares its slot: running kernels 5.10 to 7.0 give
 *   it physical addresses.
 * - With pass-through, Intel's driver once kept translating for conventional functions behind a
 *   bridge, and for bridges that speak for them, because they all have one requester id: 3dfc813d94bb
 *   (2009); seen on running 5.4, not on 5.10.
 */
export function isTranslated(topology: Topology, index: number, conditions: Conditions): boolean {
  const { mode, hardware } = conditions.iommu.value;
  if (mode === 'strict' || mode === 'lazy') return isTaken(topology, index, conditions);
  const { passthroughSparesConventional } = conditions.kernel.value.features;
  if (mode !== 'passthrough' || hardware !== 'intel' || !passthroughSparesConventional)
    return false;
  switch (functionAt(topology, index).type) {
    case 'pcie-to-pci':
    case 'conventional-bridge':
      return true;
    case 'conventional':
      return topology.upstream[index] !== ON_ROOT_BUS;
    default:
      return false;
  }
}

/** What is in a VMD domain has no group on some kernels, and is translated as the VMD function. */
function isTaken(topology: Topology, index: number, conditions: Conditions): boolean {
  const why = withoutIommu(topology, conditions).get(index);
  return why !== WITHOUT_IOMMU.itself && why !== WITHOUT_IOMMU.besideIommu;
}

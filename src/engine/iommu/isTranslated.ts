import type { Conditions } from '../kernel/conditions.ts';
import { untrustedDomain } from '../kernel/untrustedDomain.ts';
import { functionAt, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import { WITHOUT_IOMMU, withoutIommu } from './withoutIommu.ts';

/**
 * Are this function's addresses translated? All are where the IOMMU translates, and none where it is
 * off or passes through, with three exceptions:
 *
 * - An AMD IOMMU does not take itself, nor what shares its slot: running kernels 5.10 to 7.0 give
 *   it physical addresses.
 * - With pass-through, Intel's driver once kept translating for conventional functions behind a
 *   bridge, and for bridges that speak for them, because they all have one requester id: 3dfc813d94bb
 *   (2009); seen on running 5.4, not on 5.10.
 * - With pass-through, untrusted functions are translated all the same, later kernels with all of
 *   their group: iommu_should_identity_map() of Intel's driver (5.0), probe_get_default_domain_type()
 *   (5.8), iommu_get_def_domain_type() (5.11, for all drivers; 28b41e2c6aeb). Read only: nobody ran it.
 *
 * @param sharers places of all functions of its group, asked only where that counts
 */
export function isTranslated(
  topology: Topology,
  index: number,
  conditions: Conditions,
  sharers: () => readonly number[] = () => [index],
): boolean {
  const { mode, hardware } = conditions.iommu.value;
  if (mode === 'strict' || mode === 'lazy') return isTaken(topology, index, conditions);
  if (mode !== 'passthrough') return false;
  const { features } = conditions.kernel.value;
  if (isKeptOut(topology, index, conditions, sharers)) return isTaken(topology, index, conditions);
  if (hardware !== 'intel' || !features.passthroughSparesConventional) return false;
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

function isKeptOut(
  topology: Topology,
  index: number,
  { iommu, kernel }: Conditions,
  sharers: () => readonly number[],
): boolean {
  const isUntrusted = (place: number) => functionAt(topology, place).untrusted === true;
  switch (untrustedDomain(iommu.value.hardware, kernel.value.features)) {
    case 'group':
      return hasUntrusted(topology) && sharers().some(isUntrusted);
    case 'function':
      return isUntrusted(index);
    default:
      return false;
  }
}

/** Few machines have any: groups need not be made for the others. */
export function hasUntrusted({ machine }: Topology): boolean {
  return machine.functions.some(({ untrusted }) => untrusted === true);
}

/** What is in a VMD domain has no group on some kernels, and is translated as the VMD function. */
function isTaken(topology: Topology, index: number, conditions: Conditions): boolean {
  const why = withoutIommu(topology, conditions).get(index);
  return why !== WITHOUT_IOMMU.itself && why !== WITHOUT_IOMMU.besideIommu;
}

import { UNKNOWN } from '../../base/unknown.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';

/**
 * The function whose requests the IOMMU sees instead of this one's: the VMD function for everything
 * in its domain, from 5.6 on; else the function itself. Where the input does not show which VMD
 * function holds a domain, {@link NOT_SHOWN}.
 *
 * Source: `pci_real_dma_dev()`, arch/x86/pci/common.c, Linux 5.6 to 7.1.
 */
export function pciRealDmaDev(
  { machine, host, indexOf }: Topology,
  index: number,
  { vmdChildren }: KernelFeatures,
): number {
  const bridge = machine.hostBridges[host[index] ?? NOT_SHOWN];
  if (bridge?.kind !== 'vmd' || vmdChildren !== 'aliases') return index;
  const { vmdFunction } = bridge;
  if (vmdFunction === null || vmdFunction === UNKNOWN) return NOT_SHOWN;
  return indexOf.get(vmdFunction) ?? NOT_SHOWN;
}

import { NOT_SHOWN, type Topology } from '../pci/topology.ts';

/**
 * The order in which functions come before the IOMMU driver: as they are found at boot, host bridge
 * by host bridge and bus by bus; then VMD domains and virtual functions, which their drivers bring
 * up later. Firmware may list host bridges in another order than their bus numbers; no dump shows
 * it, and it changes the numbers of groups only.
 *
 * Source: `pci_scan_child_bus()`, `pci_enable_sriov()`, Linux 5.4 to 7.1; numbers of golden cases.
 */
export function enumerationOrder({ functions, machine, host }: Topology): readonly number[] {
  const isVmd = (index: number) => machine.hostBridges[host[index] ?? NOT_SHOWN]?.kind === 'vmd';
  const lateness = (index: number) =>
    (functions[index]?.physfn === null ? 0 : 2) + (isVmd(index) ? 1 : 0);
  return functions.map((_, index) => index).sort((a, b) => lateness(a) - lateness(b) || a - b);
}

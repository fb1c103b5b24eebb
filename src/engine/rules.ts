import type { Rule } from './rule.ts';
import { ACS_RULES } from './rulesOfAcs.ts';
import { DMA_RULES } from './rulesOfDma.ts';
import { P2PDMA_RULES } from './rulesOfP2pdma.ts';
import { THROUGHPUT_RULES } from './rulesOfThroughput.ts';

const P2PDMA = 'drivers/pci/p2pdma.c';

/** The table of contents: every rule that the engine has. */
export const RULES = {
  ...P2PDMA_RULES,
  upstreamBridge: {
    id: 'upstream-bridge',
    title: 'The bridge above a function; a virtual function steps to its physical function’s',
    file: 'pci/topology.ts',
    known: 'running-kernels',
    source: 'pci_upstream_bridge(), include/linux/pci.h, Linux 4.20 to 7.1',
  },
  kernelParameters: {
    id: 'kernel-parameters',
    title: 'Which words of the command line a kernel understands, and how',
    file: 'kernel/cmdline/kernelParameters.ts',
    known: 'running-kernels',
    source:
      'next_arg(), lib/cmdline.c; pci_setup(), drivers/pci/pci.c; iommu_setup(), arch/x86/kernel/pci-dma.c, Linux 4.20 to 7.1',
  },
  iommuMode: {
    id: 'iommu-mode',
    title: 'An IOMMU is off, passes through or translates, as the command line says',
    file: 'kernel/iommuMode.ts',
    known: 'running-kernels',
    source:
      'iommu_set_def_domain_type() and iommu_dma_setup(), drivers/iommu/iommu.c; intel_iommu_setup(); state_next(), drivers/iommu/amd/init.c, Linux 5.4 to 7.1',
  },
  requestsAcs: {
    id: 'acs-request',
    title: 'An IOMMU that is there and not off asks for ACS, with pass-through as well',
    file: 'kernel/requestsAcs.ts',
    known: 'running-kernels',
    source:
      'pci_request_acs(), called by detect_intel_iommu(), detect_ivrs(), ACPI IORT and VIOT, Linux 5.4 to 7.1',
  },
  ...ACS_RULES,
  groups: {
    id: 'iommu-groups',
    title: 'Functions that the IOMMU cannot keep apart share a group',
    file: 'iommu/pciDeviceGroup.ts',
    known: 'running-kernels',
    source: 'pci_device_group(), drivers/iommu/iommu.c, Linux 5.4 to 7.1',
  },
  groupsOfBus: {
    id: 'same-bus-group',
    title: 'Functions of a bus that share an id, or a slot without isolation, share a group',
    file: 'iommu/sameBusGroup.ts',
    known: 'running-kernels',
    source:
      'get_pci_alias_group(), get_pci_function_alias_group(), drivers/iommu/iommu.c, Linux 5.4 to 7.1',
  },
  dmaAliases: {
    id: 'dma-aliases',
    title: 'Under which ids requests reach the IOMMU: quirks, conventional bridges, VMD',
    file: 'iommu/pciForEachDmaAlias.ts',
    known: 'running-kernels',
    source: 'pci_for_each_dma_alias(), drivers/pci/search.c, Linux 5.4 to 7.1',
  },
  dmaAliasQuirks: {
    id: 'dma-alias-quirks',
    title: 'Devices that send under other ids of their bus',
    file: 'iommu/dmaAliases.ts',
    known: 'source',
    source: 'DMA alias quirks, drivers/pci/quirks.c, Linux 5.4 to 7.1',
  },
  sharedId: {
    id: 'shared-id',
    title: 'Two functions of a bus of which one sends under the other’s id',
    file: 'iommu/shareAnId.ts',
    known: 'source',
    source: 'pci_devs_are_dma_aliases(), drivers/pci/pci.c, Linux 5.4 to 7.1',
  },
  realDmaDevice: {
    id: 'real-dma-device',
    title: 'What sits in a VMD domain reaches the IOMMU as the VMD function',
    file: 'iommu/pciRealDmaDev.ts',
    known: 'source',
    source: 'pci_real_dma_dev(), arch/x86/pci/common.c, Linux 5.6 to 7.1',
  },
  withoutIommu: {
    id: 'without-iommu',
    title: 'Functions that the IOMMU driver does not take have no group',
    file: 'iommu/withoutIommu.ts',
    known: 'running-kernels',
    source: 'AMD-Vi as seen on running kernels; device_to_iommu(), Linux 5.4, for VMD domains',
  },
  translated: {
    id: 'translated-function',
    title: 'For which functions an IOMMU in use translates, and for which it does not',
    file: 'iommu/isTranslated.ts',
    known: 'running-kernels',
    source:
      'device_def_domain_type(), drivers/iommu/intel-iommu.c, Linux 5.4 (3dfc813d94bb); AMD-Vi as seen on running kernels',
  },
  untrustedDomain: {
    id: 'untrusted-domain',
    title: 'Untrusted functions are translated where others pass through, and never flushed lazily',
    file: 'kernel/untrustedDomain.ts',
    known: 'source',
    source:
      'iommu_should_identity_map(), intel_unmap(), drivers/iommu/intel-iommu.c, Linux 5.2 (89a6079df791); probe_get_default_domain_type() (5.8), iommu_get_def_domain_type() (5.11, 28b41e2c6aeb), drivers/iommu/iommu.c',
  },
  hiddenIsolation: {
    id: 'hidden-isolation',
    title: 'What a function most likely answers to grouping where the dump hides its words',
    file: 'iommu/hiddenIsolation.ts',
    known: 'source',
    source:
      'pci_enable_acs(), drivers/pci/pci.c, Linux 4.20 to 7.1: it ran before groups were given',
  },
  enumerationOrder: {
    id: 'enumeration-order',
    title: 'Groups are given in the order in which functions are found',
    file: 'iommu/enumerationOrder.ts',
    known: 'source',
    source: 'pci_scan_child_bus(), pci_enable_sriov(), Linux 5.4 to 7.1',
  },
  proposedGroups: {
    id: 'proposed-groups',
    title: 'The first bus that does not isolate makes one group of all below it (proposal)',
    file: 'iommu/wholeSwitchGroup.ts',
    known: 'lists',
    source: 'series “Fix incorrect iommu_groups with PCIe ACS” v3, September 2025, not merged',
  },
  proposedBusIsolation: {
    id: 'proposed-bus-isolation',
    title: 'Isolation belongs to buses: one open port spoils a switch (proposal)',
    file: 'iommu/busIsolation.ts',
    known: 'lists',
    source: 'pci_bus_isolated() of the same series',
  },
  fabricRequest: {
    id: 'fabric-request',
    title: 'One request, and its completion, port by port',
    file: 'fabric/fabricWalk.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.2.4 and 6.12',
  },
  routeAddress: {
    id: 'route-address',
    title: 'Requests go where a window holds their address, else up',
    file: 'fabric/routeAddress.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.2.4.1 (address based routing)',
  },
  peerMemory: {
    id: 'peer-memory',
    title: 'Where the memory is on the bus: its largest BAR, by the host bridge’s window',
    file: 'fabric/peerMemory.ts',
    source: 'pcibios_resource_to_bus(), drivers/pci/host-bridge.c, Linux 4.20 to 7.1',
    known: 'source',
  },
  routeCompletion: {
    id: 'route-completion',
    title: 'Completions go to the requester’s bus number',
    file: 'fabric/routeCompletion.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.2.4.2 (ID based routing)',
  },
  acsIngress: {
    id: 'acs-ingress',
    title: 'What a port’s ACS bits do with what enters it from below',
    file: 'fabric/acsIngress.ts',
    known: 'specification',
    source: 'PCI Express base specification 6.12.3 and table 6-11 (revision 7.0)',
  },
  internalPath: {
    id: 'internal-path',
    title: 'Between functions of one device: inside it, or by the port above',
    file: 'fabric/internalPath.ts',
    known: 'specification',
    source: 'PCI Express base specification 6.12.1.2 (functions of multi-function devices)',
  },
  translatedRequest: {
    id: 'translated-request',
    title: 'Who may send requests with a translated address (ATS)',
    file: 'fabric/translatedRequest.ts',
    known: 'source',
    source:
      'pci_ats_supported(), drivers/pci/ats.c, Linux 5.10 to 7.1; PCI Express base specification 10.1',
  },
  iommuLookup: {
    id: 'iommu-lookup',
    title: 'The IOMMU looks up requester and address: IOVAs are found, bus addresses fault',
    file: 'fabric/iommuLookup.ts',
    known: 'source',
    source: 'PCI Express base specification 10.2.1; Linux drivers/iommu/dma-iommu.c',
  },
  rootComplexForwards: {
    id: 'root-complex-forwards',
    title: 'A root complex may forward to a peer; nothing obliges it',
    file: 'fabric/rootComplex.ts',
    known: 'specification',
    source: 'PCI Express base specification 1.3.1',
  },
  atAddress: {
    id: 'at-address',
    title: 'What lies at an address: a BAR, a window that nothing claims, or host memory',
    file: 'fabric/atAddress.ts',
    known: 'specification',
    source:
      'PCI Express base specification 2.2.4.1 and 7.5.1.3; pcibios_resource_to_bus(), drivers/pci/host-bridge.c',
  },
  vmdRequester: {
    id: 'vmd-requester',
    title: 'What leaves a VMD domain carries the VMD function’s requester id',
    file: 'fabric/wayToRoot.ts',
    known: 'source',
    source: 'drivers/pci/controller/vmd.c, Linux 5.4 (comment on requester ids)',
  },
  ...DMA_RULES,
  ...THROUGHPUT_RULES,
  log: {
    id: 'log-lines',
    title: 'What the kernel says of a pair when it is asked verbosely',
    file: 'explain/kernelLog.ts',
    known: 'running-kernels',
    source: `calc_map_type_and_dist() and pci_p2pdma_distance_many(), ${P2PDMA}, Linux 4.20 to 7.1`,
  },
} as const satisfies Record<string, Rule>;

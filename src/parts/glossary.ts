interface Entry {
  readonly text: string;
  readonly source: string;
}

/** Terms of art on this page: one plain sentence each, and where it comes from. */
export const GLOSSARY = {
  provider: {
    text: 'The function whose memory is read or written by another device.',
    source: 'Linux, Documentation/driver-api/pci/p2pdma.rst',
  },
  client: {
    text: 'The function that does the reading and writing.',
    source: 'Linux, Documentation/driver-api/pci/p2pdma.rst',
  },
  verdict: {
    text: 'How the client may reach the provider’s memory, if at all: the kernel’s map type.',
    source: 'enum pci_p2pdma_map_type',
  },
  distance: {
    text: 'Steps between the two through the tree; Linux picks the nearest provider by it. ? where a part of the way is hidden.',
    source: 'calc_map_type_and_dist()',
  },
  acs: {
    text: 'Access Control Services can send a peer’s requests up to the root complex (bits RR, CR, EC) instead of straight across a switch.',
    source: 'PCIe base specification 6.12, 7.7.11',
  },
  iommu: {
    text: 'Where an IOMMU is in use, Linux turns ACS redirection on at boot, with pass-through as well. How it is used follows from the kernel and its command line.',
    source: 'pci_enable_acs()',
  },
  kernel: {
    text: 'The rules and the list of trusted host bridges change with the kernel.',
    source: 'drivers/pci/p2pdma.c',
  },
  cpu: {
    text: 'From 5.9 on, Linux trusts AMD CPUs of family 17h and later to forward between any two root ports.',
    source: 'cpu_supports_p2pdma()',
  },
  cmdline: {
    text: 'The parameters that the boot loader hands to the kernel: pci=disable_acs_redir= and pci=config_acs= change ACS, iommu= and its kin the IOMMU. Each kernel reads it its own way.',
    source: 'Documentation/admin-guide/kernel-parameters.txt',
  },
  acsWords: {
    text: 'Whether ACS control words hold as they stand in the document, or are taken as the firmware’s and set as this kernel does at boot.',
    source: 'pci_acs_init()',
  },
  // Links.
  lnkcap: {
    text: 'Link capabilities (LnkCap): the highest rate and the most lanes that this end of the link can do.',
    source: 'PCIe base specification 7.5.3.6',
  },
  lnksta: {
    text: 'Link status (LnkSta): the rate and the lanes that both ends agreed on.',
    source: 'PCIe base specification 7.5.3.8',
  },
  gts: {
    text: 'Gigatransfers per second on each lane, coding included: 2.5, 5, 8, 16, 32, 64 for Gen1 to Gen6.',
    source: 'PCIe base specification 1.2',
  },
  mps: {
    text: 'Max_Payload_Size: the most data bytes that one packet may carry, as the function can and as software set it.',
    source: 'PCIe base specification 7.5.3.3, 7.5.3.4',
  },
  mrrs: {
    text: 'Max_Read_Request_Size: the most bytes that one read request of this function may ask for.',
    source: 'PCIe base specification 7.5.3.4',
  },
  rcb: {
    text: 'Read Completion Boundary: the answer to a read may be cut into packets at multiples of this many bytes.',
    source: 'PCIe base specification 2.3.1.1, 7.5.3.7',
  },
  tags: {
    text: 'How many of its requests may wait for their completions at once: each one under way needs a tag of its own.',
    source: 'PCIe base specification 2.2.6.2',
  },
  dllp: {
    text: 'Data link layer packets: eight bytes each, sent back to acknowledge what came (ACK) and to return credits (UpdateFC). They take room from data that go their way.',
    source: 'PCIe base specification 3.5',
  },
  skp: {
    text: 'SKP ordered sets: sent at regular intervals so that clocks at both ends may differ a little; about 0.4 % of a link or less.',
    source: 'PCIe base specification 4.2.7',
  },
  lineCode: {
    text: 'How bits are put on the wire: 8 of 10 carry data on Gen1 and Gen2, 128 of 130 on Gen3 to Gen5, 236 bytes of each 256-byte flit from Gen6 on.',
    source: 'PCIe base specification 4.2',
  },
  linkEfficiency: {
    text: 'η: the part of a link’s bytes that real parts manage to fill. 0.95 centres what was measured in public, the best rigs reach 0.98.',
    source: 'measurements in docs/throughput-validation.md',
  },
  dllpsPerTlp: {
    text: 'K: how many data link layer packets (ACK and UpdateFC) go back for each packet received. Parts may answer several at once.',
    source: 'PCIe base specification 2.6.1.2, 3.6.3',
  },
  credits: {
    text: 'Room that a receiver has promised: a sender may have only so many packets on their way, and waits until credits come back.',
    source: 'PCIe base specification 2.6.1',
  },
  oversubscription: {
    text: 'More is wanted than a link can carry: ×2 means that its flows together would fill it twice.',
    source: 'sum of what flows would get here without this link, over what it carries',
  },
  relaxedOrdering: {
    text: 'The function may mark packets that others may overtake on their way.',
    source: 'PCIe base specification 2.4, 7.5.3.4',
  },
  noSnoop: {
    text: 'The function may mark requests for which CPU caches need not be looked through.',
    source: 'PCIe base specification 2.2.6.5, 7.5.3.4',
  },

  // ACS, bit by bit.
  acsSV: {
    text: 'Source Validation: the port checks that requests from below carry one of its own bus numbers.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsTB: {
    text: 'Translation Blocking: the port stops requests from below whose address claims to be translated already.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsRR: {
    text: 'P2P Request Redirect: requests to a peer go up to the root complex instead of straight across.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsCR: {
    text: 'P2P Completion Redirect: read completions to a peer, unless relaxed in order, go up to the root complex.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsUF: {
    text: 'Upstream Forwarding: what a component below has redirected up is passed on upwards.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsEC: {
    text: 'P2P Egress Control: a vector says to which peer ports requests may go; others are redirected or blocked.',
    source: 'PCIe base specification 6.12.1.1, 6.12.3',
  },
  acsDT: {
    text: 'Direct Translated P2P: requests with addresses translated by ATS go straight across in spite of RR.',
    source: 'PCIe base specification 6.12.1.1',
  },
  acsCapability: {
    text: 'Which of these checks and redirections the hardware can do.',
    source: 'PCIe base specification 7.7.11.2',
  },
  acsControl: {
    text: 'Which of them are switched on, by the firmware or by Linux.',
    source: 'PCIe base specification 7.7.11.3',
  },
  acsFirmware: {
    text: 'The control word as the firmware left it, before Linux looked at it.',
    source: 'PCIe base specification 7.7.11.3',
  },
  acsAfterBoot: {
    text: 'The control word that the machine runs with: the firmware’s, with what this kernel and its command line changed at boot. p2pdma and the fabric look at this one.',
    source: 'pci_enable_acs()',
  },
  acsKept: {
    text: 'What the function answers when Linux asks for a promise to form IOMMU groups. It may differ from the register: a promise that is not there to be switched counts as kept, and so does any of a lone function.',
    source: 'pci_acs_enabled()',
  },
  acsIsolates: {
    text: 'SV, RR, CR and UF are kept together: what is on either side of the function need not share an IOMMU group on its account.',
    source: 'pci_acs_enabled(), pci_device_group()',
  },
  acsQuirk: {
    text: 'A table of 132 rows in the kernel names devices that isolate, or do not, whatever their registers say. Only grouping looks at it; p2pdma does not.',
    source: 'pci_dev_specific_acs_enabled()',
  },
  egressVector: {
    text: 'One bit for each peer port: set, requests to that port are redirected or blocked.',
    source: 'PCIe base specification 7.7.11.4',
  },

  // Translation and virtual functions.
  ats: {
    text: 'Address Translation Services: the device asks the IOMMU beforehand and sends addresses already translated.',
    source: 'PCIe base specification 10',
  },
  ari: {
    text: 'Alternative Routing-ID Interpretation: one device has up to 256 functions, the device number being part of theirs.',
    source: 'PCIe base specification 6.13',
  },
  sriov: {
    text: 'Single Root I/O Virtualization: a physical function (PF) offers many virtual ones (VFs), each to be given away by itself.',
    source: 'PCIe base specification 9',
  },
  iommuGroup: {
    text: 'The functions that Linux cannot keep apart from one another, as the machine reported it.',
    source: 'Linux, Documentation/driver-api/vfio.rst',
  },
  iommuDomain: {
    text: 'How the group’s addresses are translated: identity for not at all, DMA and DMA-FQ for mapped one by one.',
    source: '/sys/kernel/iommu_groups/*/type',
  },

  // What a function is.
  classCode: {
    text: 'What kind of device it is: base class, sub-class and programming interface, two digits each.',
    source: 'PCIe base specification 7.5.1.1.6; PCI Code and ID Assignment',
  },
  subsystem: {
    text: 'Ids of whoever made the card, where the vendor id names the maker of the chip.',
    source: 'PCIe base specification 7.5.1.2.3',
  },
  headerType: {
    text: 'Form of the configuration header: 0 for devices, 1 for bridges, 2 for CardBus.',
    source: 'PCIe base specification 7.5.1.1.9',
  },
  multifunction: {
    text: 'The device says that functions 1 to 7 may be there besides function 0.',
    source: 'PCIe base specification 7.5.1.1.9',
  },
  numaNode: {
    text: 'The CPUs and the memory that are nearest, as the platform tells Linux.',
    source: '/sys/bus/pci/devices/*/numa_node',
  },
  rootPort: {
    text: 'A port of the root complex: below it is one link, above it the host bridge.',
    source: 'PCIe base specification 1.3.1',
  },
  upstreamPort: {
    text: 'The port of a switch that faces the root complex.',
    source: 'PCIe base specification 1.3.3',
  },
  downstreamPort: {
    text: 'A port of a switch that faces away from the root complex.',
    source: 'PCIe base specification 1.3.3',
  },
  hostBridge: {
    text: 'Where a root bus hangs from the CPU; Linux has one for each root bus.',
    source: 'struct pci_host_bridge',
  },
  rootBus: {
    text: 'The bus inside the root complex that a host bridge begins; no bridge leads to it.',
    source: 'PCIe base specification 1.3.1',
  },
  bar: {
    text: 'Base Address Register: asks for a range of addresses under which the function’s memory or registers lie.',
    source: 'PCIe base specification 7.5.1.2.1',
  },
  prefetchable: {
    text: 'Reading has no side effects: bridges may read ahead and join writes.',
    source: 'PCIe base specification 7.5.1.2.1',
  },
  secondaryBus: {
    text: 'The bus directly below the bridge.',
    source: 'PCIe base specification 7.5.1.3.3',
  },
  subordinateBus: {
    text: 'The highest bus number that lies somewhere below the bridge.',
    source: 'PCIe base specification 7.5.1.3.4',
  },
  window: {
    text: 'Addresses that the bridge passes down; others coming from below it passes up.',
    source: 'PCIe base specification 7.5.1.3',
  },
  hostWindow: {
    text: 'Addresses of the CPU that the host bridge sends to its buses.',
    source: 'struct pci_host_bridge, windows',
  },
  resizableBar: {
    text: 'The function offers several sizes for this BAR; software chooses one before addresses are given.',
    source: 'PCIe base specification 7.8.6',
  },
  hotplugReserve: {
    text: 'Bus numbers and addresses that a port keeps for what is plugged in while the machine runs.',
    source: 'Linux, pci=hpbussize=, hpmmiosize=, hpmmioprefsize=',
  },
  bifurcation: {
    text: 'The lanes of one slot made into several links, each with a port of its own.',
    source: 'PCI Express Card Electromechanical Specification',
  },
  busOffset: {
    text: 'What is added to an address of the CPU to get the address on the bus; 0 on most machines.',
    source: 'struct pci_host_bridge, windows, offset',
  },
  forwarding: {
    text: 'Whether and how fast the root complex passes requests from one of its ports to another. No register says so.',
    source: 'Linux, Documentation/driver-api/pci/p2pdma.rst',
  },
  cmb: {
    text: 'Controller Memory Buffer: memory in an NVMe drive for queues and data, which Linux offers to peers.',
    source: 'NVM Express base specification, Controller Memory Buffer; nvme_map_cmb()',
  },
  p2pMemory: {
    text: 'Memory that a driver offers for peer-to-peer DMA; when it is published, others may pick it by distance.',
    source: 'pci_p2pdma_add_resource(), pci_p2pmem_publish()',
  },
  hostIdentity: {
    text: 'Linux knows a host bridge by the ids of the first function on its root bus, and looks them up in a list.',
    source: 'pci_host_bridge_dev(), __host_bridge_whitelist()',
  },

  // Mapping lists of memory.
  scatterlist: {
    text: 'A list of pieces of memory for one transfer. Mapping it gives a second list, of the addresses that the device sends.',
    source: 'struct scatterlist; Linux, Documentation/core-api/dma-api.rst',
  },
  iova: {
    text: 'An address that the device sends and the IOMMU translates: an I/O virtual address.',
    source: 'drivers/iommu/iova.c',
  },
  iotlb: {
    text: 'The IOMMU’s memory of translations that it looked up. Until it is flushed, a device still reaches what was unmapped.',
    source: 'VT-d specification 6; iommu_iotlb_sync()',
  },
  swiotlb: {
    text: 'Bounce buffers in low memory: the device gets the address of a copy where it cannot reach the memory itself.',
    source: 'Linux, Documentation/core-api/swiotlb.rst',
  },
  dmaMapOps: {
    text: 'The table of functions that map memory for a device. None means that addresses go out as they are, or, from 6.12 on, by the IOMMU’s own way.',
    source: 'struct dma_map_ops',
  },
  dmaDirect: {
    text: 'Mapping without translation: the device gets physical addresses, or bounce buffers.',
    source: 'kernel/dma/direct.c',
  },
  iommuDma: {
    text: 'Mapping with an IOMMU: one range of IOVAs for a list, in which neighbours are joined.',
    source: 'drivers/iommu/dma-iommu.c',
  },
  identityDomain: {
    text: 'The IOMMU is on, and gives the device every address as it is (iommu=pt).',
    source: 'IOMMU_DOMAIN_IDENTITY',
  },
  dmaMask: {
    text: 'The address bits that a device can send. Memory beyond them is bounced; a peer’s is refused.',
    source: 'dma_set_mask()',
  },
  maxSegment: {
    text: 'The longest piece that a driver wants to see in one entry. Pieces are not joined beyond it, and never split.',
    source: 'dma_get_max_seg_size()',
  },
  segmentBoundary: {
    text: 'A line that no joined piece may cross: multiples of this many bytes, 4 GiB by default.',
    source: 'dma_get_seg_boundary()',
  },
  granule: {
    text: 'The smallest page of the IOMMU. What begins or ends within one is not joined there.',
    source: 'iova_domain.granule',
  },
  minAlign: {
    text: 'Low bits of the address that a bounce buffer has to keep, so that pages stay whole for the device.',
    source: 'dma_get_min_align_mask()',
  },
  untrusted: {
    text: 'Linux distrusts what sits below an external port: its entries are mapped one by one, in whole pages or bounced.',
    source: 'dev_is_untrusted()',
  },
  peerCapability: {
    text: 'The question whether peer memory may be handed to a device’s operations at all. Drivers ask it before they offer such memory.',
    source: 'dma_pci_p2pdma_supported()',
  },
  dmaVirtOps: {
    text: 'Operations of software RDMA devices: they put kernel addresses where others put bus addresses.',
    source: 'kernel/dma/virt.c, up to 5.10',
  },
} as const satisfies Record<string, Entry>;

export type TermId = keyof typeof GLOSSARY;

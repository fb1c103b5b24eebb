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
    text: 'Linux turns ACS redirection on at boot when an IOMMU is in use. Here the ACS words of the dump are taken as they stand, so the IOMMU itself decides nothing.',
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
} as const satisfies Record<string, Entry>;

export type TermId = keyof typeof GLOSSARY;

/** One rule of the engine: what it is called, where it lives, and where it is taken from. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Path below `src/engine`. */
  readonly file: string;
  /** Function of the kernel, and the versions for which it was read or run. */
  readonly source: string;
}

const P2PDMA = 'drivers/pci/p2pdma.c';

/** The table of contents: every rule that the engine has. */
export const RULES = {
  upstreamBridge: {
    id: 'upstream-bridge',
    title: 'The bridge above a function; a virtual function steps to its physical function’s',
    file: 'pci/topology.ts',
    source: 'pci_upstream_bridge(), include/linux/pci.h, Linux 4.20 to 7.1',
  },
  acsRedirect: {
    id: 'acs-redirect',
    title: 'A function redirects when RR, CR or EC is set in its raw ACS control word',
    file: 'p2pdma/pciBridgeHasAcsRedir.ts',
    source: `pci_bridge_has_acs_redir(), ${P2PDMA}, Linux 4.20 to 7.1`,
  },
  mapType: {
    id: 'map-type',
    title: 'Direct below a common bridge unless something redirects, else through the root complex',
    file: 'p2pdma/calcMapTypeAndDist.ts',
    source: `calc_map_type_and_dist(), ${P2PDMA}, Linux 4.20 to 7.1 (before 5.14 upstream_bridge_distance())`,
  },
  distance: {
    id: 'distance',
    title: 'The distance, or -1 for a refused pair',
    file: 'p2pdma/pairVerdict.ts',
    source: `pci_p2pdma_distance_many(), ${P2PDMA}, Linux 4.20 to 7.1`,
  },
  cpu: {
    id: 'cpu-forwards',
    title: 'AMD CPUs of family 0x17 and later forward between any two ports',
    file: 'p2pdma/cpuSupportsP2pdma.ts',
    source: `cpu_supports_p2pdma(), ${P2PDMA}, x86, Linux 5.9 to 7.1`,
  },
  hostIdentity: {
    id: 'host-bridge-identity',
    title: 'The first device of a root bus stands for its host bridge',
    file: 'p2pdma/hostBridgeIdentity.ts',
    source: `pci_host_bridge_dev(), ${P2PDMA}, Linux 5.2 to 7.1`,
  },
  allowList: {
    id: 'host-bridge-list',
    title: 'Host bridges must be on the kernel’s list',
    file: 'p2pdma/hostBridgeWhitelist.ts',
    source: `__host_bridge_whitelist(), ${P2PDMA}, Linux 5.4 to 7.1`,
  },
  hostPath: {
    id: 'host-path',
    title: 'Through the root complex: a trusted CPU, or both host bridges on the list',
    file: 'p2pdma/hostPath.ts',
    source: `host_bridge_whitelist(), ${P2PDMA}, Linux 5.4 to 7.1`,
  },
  acsEnabled: {
    id: 'acs-enabled',
    title: 'Whether a function keeps ACS promises, by its registers',
    file: 'acs/pciAcsEnabled.ts',
    source: 'pci_acs_enabled(), drivers/pci/pci.c, Linux 5.4 to 7.1',
  },
  acsPath: {
    id: 'acs-path',
    title: 'Whether all functions up to the root bus keep them',
    file: 'acs/pciAcsPathEnabled.ts',
    source: 'pci_acs_path_enabled(), drivers/pci/pci.c, Linux 5.4 to 7.1',
  },
  groups: {
    id: 'iommu-groups',
    title: 'Functions that the IOMMU cannot keep apart share a group',
    file: 'iommu/pciDeviceGroup.ts',
    source: 'pci_device_group(), drivers/iommu/iommu.c, Linux 5.4 to 7.1',
  },
  log: {
    id: 'log-lines',
    title: 'What the kernel says of a pair when it is asked verbosely',
    file: 'explain/kernelLog.ts',
    source: `calc_map_type_and_dist() and pci_p2pdma_distance_many(), ${P2PDMA}, Linux 4.20 to 7.1`,
  },
} as const satisfies Record<string, Rule>;

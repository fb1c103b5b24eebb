import { ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import {
  ACS_LIKE_OTHERS,
  ACS_SEEN_DT,
  AMD_VI,
  amd,
  amdCpu,
  HOST_BRIDGE_CLASS,
  rootPort,
} from './platformFigures.ts';
import { NAPLES_FORWARDING, ZEN_SOCKET_PEERS } from './platformRates.ts';
import { platform } from './platformRow.ts';
import { AMD_ZEN_RULE, LANES_OVER_TIME, LAUNCH, PCI_IDS_2026 } from './sources.ts';

const CORONA: Source = {
  title: 'hwloc files of Corona (2 × EPYC 7401, 2 × EPYC 7402)',
  url: 'https://github.com/flux-framework/flux-core/blob/master/t/hwloc-data/corona.xml',
  quality: 'report',
};
const GENOA_SERVER: Source = {
  title: 'Tree of an ASUS ESC8000A-E12 (2 × EPYC Genoa)',
  url: 'https://github.com/luigifcruz/stelline/blob/main/hardware/asus-esc8000a-e12.md',
  quality: 'report',
};
const TURIN_SERVER: Source = {
  title: 'Full lspci of an ASUS ESC8000A-E13P (2 × EPYC Turin)',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
  quality: 'report',
};
/** Peer writes between two switches, below one socket and below two; the difference. */
const TURIN_SOCKETS: Source = {
  title: 'voipmonitor/rtx6kpro wiki, one-way times of GPU writes on Turin: about 270 ns more',
  url: 'https://github.com/voipmonitor/rtx6kpro',
  quality: 'measured',
};
const ROME_LISTING: Source = {
  title: 'lspci of EPYC Rome and Milan servers and workstations on the linux-pci list',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};
const TURIN_LANES: Source = {
  title: 'AMD, EPYC 9005 series: 128 lanes of PCIe 5.0 in the socket of Genoa',
  url: null,
  quality: 'datasheet',
};
const NAPLES_LANES: Source = {
  title: 'HotHardware, AMD Naples Zen Architecture Makes EPYC Debut: 128 lanes of PCI Express 3.0',
  url: 'https://hothardware.com/news/amd-naples-zen-architecture-makes-epyc-debut-for-datacenter-market',
  quality: 'report',
};

const COMMON = {
  maker: 'AMD',
  iommu: AMD_VI,
  firstDeviceClass: HOST_BRIDGE_CLASS,
  forwardsWrites: known(true, AMD_ZEN_RULE),
  forwardsReads: known(true, AMD_ZEN_RULE),
} as const;
const IN_TWO = 'In two sockets the links between them take lanes: 128 or 160 remain for both.';
const ROME_PORT = rootPort(
  amd(0x1483),
  known(16, LANES_OVER_TIME),
  ACS_SEEN_DT,
  known(512, ROME_LISTING),
);

/** EPYC: four quadrants of the I/O die (of the first: four dies), each with root buses of its own. */
export const AMD_EPYC_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...COMMON,
    id: 'naples',
    title: 'AMD EPYC Naples',
    aliases: ['EPYC 7001', 'Zen EPYC'],
    note: `Four dies in a socket, each with a root bus. ${IN_TWO}`,
    year: known(2017, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1450),
    rootPort: rootPort(amd(0x1453), known(8, NAPLES_LANES), ACS_LIKE_OTHERS, UNKNOWN_FIGURE),
    lanes: known(128, NAPLES_LANES),
    hostBridges: known(4, CORONA),
    forwardingRate: NAPLES_FORWARDING,
  }),
  platform({
    ...COMMON,
    id: 'rome',
    title: 'AMD EPYC Rome',
    aliases: ['EPYC 7002'],
    note: IN_TWO,
    year: known(2019, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1480),
    rootPort: ROME_PORT,
    lanes: known(128, LANES_OVER_TIME),
    hostBridges: known(4, CORONA),
  }),
  platform({
    ...COMMON,
    id: 'milan',
    title: 'AMD EPYC Milan',
    aliases: ['EPYC 7003'],
    note: `Its I/O die has the ids of Rome. ${IN_TWO}`,
    year: known(2021, LAUNCH),
    cpu: amdCpu(0x19),
    firstDevice: amd(0x1480),
    rootPort: ROME_PORT,
    lanes: known(128, LANES_OVER_TIME),
  }),
  platform({
    ...COMMON,
    id: 'genoa',
    title: 'AMD EPYC Genoa and Bergamo',
    aliases: ['EPYC 9004', 'EPYC Genoa', 'Bergamo'],
    note: IN_TWO,
    year: known(2022, LAUNCH),
    cpu: amdCpu(0x19),
    firstDevice: amd(0x14a4, PCI_IDS_2026),
    rootPort: rootPort(
      amd(0x14a5, PCI_IDS_2026),
      known(32, LANES_OVER_TIME),
      ACS_LIKE_OTHERS,
      UNKNOWN_FIGURE,
    ),
    lanes: known(128, LANES_OVER_TIME),
    hostBridges: known(4, GENOA_SERVER),
    socketPeerRate: ZEN_SOCKET_PEERS,
  }),
  platform({
    ...COMMON,
    id: 'turin',
    title: 'AMD EPYC Turin',
    aliases: ['EPYC 9005'],
    note: `Every quadrant has two root buses: eight in a socket. ${IN_TWO}`,
    year: known(2024, LAUNCH),
    cpu: amdCpu(0x1a),
    firstDevice: amd(0x153a, PCI_IDS_2026),
    rootPort: rootPort(
      amd(0x153e, PCI_IDS_2026),
      known(32, TURIN_SERVER),
      known(ACS_ROOT_PORT_DT, TURIN_SERVER),
      known(512, TURIN_SERVER),
    ),
    lanes: known(128, TURIN_LANES),
    hostBridges: known(8, TURIN_SERVER),
    socketLatencyNs: known(270, TURIN_SOCKETS),
    socketPeerRate: ZEN_SOCKET_PEERS,
  }),
];

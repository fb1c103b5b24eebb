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
  ofMaker,
  rootPort,
} from './platformFigures.ts';
import { QUADRANT_TO_MEMORY } from './platformRates.ts';
import { platform } from './platformRow.ts';
import { AMD_ZEN_RULE, LAUNCH, MAILING_LIST, PCI_IDS_2026 } from './sources.ts';

const CHIMERA: Source = {
  title: 'hwloc file of a machine with Threadripper 2990WX',
  url: 'https://github.com/flux-framework/flux-sched/tree/master/t/data/hwloc-data/001N/multi_gpu_types',
  quality: 'report',
};
const TRX40: Source = {
  title: 'HotHardware, Threadripper 3000: 88 lanes of PCIe 4.0 with the chipset’s, 72 usable',
  url: 'https://amp.hothardware.com/news/amd-ryzen-threadripper-strx4-zen-2-trx40',
  quality: 'report',
};
const X399_LANES: Source = {
  title: 'PC Perspective, Computex 2017: AMD says that every Threadripper has 64 lanes of PCIe 3.0',
  url: 'https://www.pcper.com/news/Processors/Computex-2017-AMD-Threadripper-will-include-64-lanes-PCI-Express-30',
  quality: 'report',
};
/** What AMD's pages of these processors say of the PRO. */
const PRO_LANES: Source = {
  title: 'AMD, Threadripper PRO: 128 lanes in the socket (PCIe 4.0 up to the 5000WX, then 5.0)',
  url: null,
  quality: 'datasheet',
};
const PRO_5000: Source = {
  title:
    'SweClockers, AMD confirms Threadripper PRO 5000: eight memory channels, 128 lanes of PCIe 4.0',
  url: 'https://www.sweclockers.com/nyhet/33442-amd-bekraftar-ryzen-threadripper-pro-5000-med-upp-till-64-karnor-zen-3',
  quality: 'report',
};
const WRX90_BOARD: Source = {
  title: 'PeerIP, review of the ASUS WRX90E-SAGE SE: 128 lanes of the processor',
  url: 'https://peerip.com/asus-wrx90e-sage-se-review-for-4-way-rtx-4090-ai-nodes-linux/',
  quality: 'report',
};
const AM4_LANES: Source = {
  title: 'PC Guide 101, lanes of Ryzen: 24, of which four go to the chipset',
  url: 'https://pcguide101.com/motherboard/how-many-pcie-lanes-does-ryzen-have/',
  quality: 'report',
};
const AM5_LANES: Source = {
  title: 'gamezoom.net, ASUS X670E-Plus: Ryzen 7000 has 28 lanes, of which four go to the chipset',
  url: 'https://gamezoom.net/artikel/ASUS_TUF_Gaming_X670E_Plus_WIFI_Test_Review-51121-1',
  quality: 'report',
};
const WRX90: Source = {
  title:
    'voipmonitor/rtx6kpro wiki: Threadripper PRO 7955WX, four quadrants, root buses 00, 20, 40, e0',
  url: 'https://github.com/voipmonitor/rtx6kpro',
  quality: 'report',
};

const COMMON = {
  maker: 'AMD',
  iommu: AMD_VI,
  firstDeviceClass: HOST_BRIDGE_CLASS,
  forwardsWrites: known(true, AMD_ZEN_RULE),
  forwardsReads: known(true, AMD_ZEN_RULE),
} as const;
/** The I/O die of Rome with other packages round it. */
const STARSHIP_PORT = rootPort(
  amd(0x1483),
  known(16, TRX40),
  ACS_SEEN_DT,
  known(512, MAILING_LIST),
);

/** Threadripper and Ryzen. */
export const AMD_DESKTOP_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...COMMON,
    id: 'threadripper-2000',
    title: 'AMD Threadripper 1000 and 2000',
    aliases: ['X399', 'threadripper-1000', 'Threadripper 2000'],
    note: 'Two dies of Naples, each with a root bus.',
    year: known(2017, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1450),
    rootPort: rootPort(amd(0x1453, CHIMERA), known(8, X399_LANES), ACS_LIKE_OTHERS, UNKNOWN_FIGURE),
    lanes: known(64, X399_LANES),
  }),
  platform({
    ...COMMON,
    id: 'threadripper-3000',
    title: 'AMD Threadripper 3000 and Threadripper PRO 3000WX',
    aliases: ['TRX40', 'WRX80', 'Threadripper PRO 3000WX'],
    note: 'The I/O die of Rome. The lanes are those of the PRO; the other has 72 with the chipset’s.',
    year: known(2019, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1480),
    rootPort: STARSHIP_PORT,
    lanes: known(128, PRO_LANES),
  }),
  platform({
    ...COMMON,
    id: 'threadripper-5000',
    title: 'AMD Threadripper PRO 5000WX',
    note: 'The I/O die of Rome and Milan.',
    year: known(2022, LAUNCH),
    cpu: amdCpu(0x19),
    firstDevice: amd(0x1480),
    rootPort: STARSHIP_PORT,
    lanes: known(128, PRO_5000),
  }),
  platform({
    ...COMMON,
    id: 'threadripper-7000',
    title: 'AMD Threadripper 7000 and Threadripper PRO 7000WX',
    aliases: ['TRX50', 'WRX90', 'Threadripper PRO 7000WX'],
    note: 'The I/O die of Genoa; the lanes are those of the PRO, which has all four quadrants.',
    year: known(2023, LAUNCH),
    cpu: amdCpu(0x19),
    firstDevice: amd(0x14a4, PCI_IDS_2026),
    rootPort: rootPort(
      amd(0x14a5, PCI_IDS_2026),
      known(32, WRX90),
      ACS_LIKE_OTHERS,
      UNKNOWN_FIGURE,
    ),
    lanes: known(128, WRX90_BOARD),
    hostBridges: known(4, WRX90),
    memoryWriteRate: QUADRANT_TO_MEMORY,
  }),
  platform({
    ...COMMON,
    id: 'threadripper-9000',
    title: 'AMD Threadripper 9000 and Threadripper PRO 9000WX',
    aliases: ['Threadripper PRO 9000WX'],
    note: 'Zen 5 in the boards of the 7000, lanes of the PRO; the ids of its root complex were not found.',
    year: known(2025, LAUNCH),
    cpu: amdCpu(0x1a),
    firstDevice: ofMaker(0x1022),
    rootPort: rootPort(ofMaker(0x1022), known(32, PRO_LANES), ACS_LIKE_OTHERS, UNKNOWN_FIGURE),
    lanes: known(128, PRO_LANES),
  }),
  platform({
    ...COMMON,
    id: 'ryzen-1000',
    title: 'AMD Ryzen 1000 and 2000',
    aliases: ['Zeppelin'],
    note: 'One die of Naples.',
    year: known(2017, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1450),
    rootPort: rootPort(amd(0x1453), UNKNOWN_FIGURE, ACS_LIKE_OTHERS, UNKNOWN_FIGURE),
    lanes: known(20, AM4_LANES),
    hostBridges: known(1, MAILING_LIST),
  }),
  platform({
    ...COMMON,
    id: 'ryzen-3000',
    title: 'AMD Ryzen 3000 and 5000',
    aliases: ['Matisse', 'Vermeer', 'X570'],
    note: 'Family 17h; of the 5000 (Vermeer, family 19h) the I/O is the same.',
    year: known(2019, LAUNCH),
    cpu: amdCpu(0x17),
    firstDevice: amd(0x1480),
    rootPort: rootPort(amd(0x1483), UNKNOWN_FIGURE, ACS_SEEN_DT, UNKNOWN_FIGURE),
    lanes: known(20, AM4_LANES),
    hostBridges: known(1, MAILING_LIST),
  }),
  platform({
    ...COMMON,
    id: 'ryzen-7000',
    title: 'AMD Ryzen 7000 and 9000',
    aliases: ['Raphael', 'Granite Ridge', 'X670E'],
    note: 'Family 19h; of the 9000 (Granite Ridge, family 1ah) the I/O is the same.',
    year: known(2022, LAUNCH),
    cpu: amdCpu(0x19),
    firstDevice: amd(0x14d8, PCI_IDS_2026),
    rootPort: rootPort(
      amd(0x14db, PCI_IDS_2026),
      known(32, AM5_LANES),
      ACS_SEEN_DT,
      UNKNOWN_FIGURE,
    ),
    lanes: known(24, AM5_LANES),
    hostBridges: known(1, MAILING_LIST),
  }),
];

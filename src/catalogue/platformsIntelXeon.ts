import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import {
  ACS_ASSUMED,
  HOST_BRIDGE_CLASS,
  INTEL_CPU,
  intel,
  LISTED,
  ofMaker,
  rootPort,
  VT_D,
} from './platformFigures.ts';
import { SAPPHIRE_RAPIDS_PAYLOAD } from './platformRates.ts';
import { platform } from './platformRow.ts';
import { CPU_FAMILY, LANES_OVER_TIME, LAUNCH, MAILING_LIST, PCI_IDS_2026 } from './sources.ts';

const UPI: Source = {
  title: 'Table of QPI and UPI rates: 20.8 GB/s a link and way; three links, where a board has all',
  url: 'https://xryan.net/p/295',
  quality: 'report',
};
const ICE_LAKE: Source = {
  title:
    'ServeTheHome, Ice Lake Xeon: 64 lanes of PCIe Gen4, three UPI links of 11.2 GT/s (two bytes)',
  url: 'https://servethehome.com/intel-xeon-ice-lake-edition-marks-the-start-and-end-of-an-era/2',
  quality: 'report',
};
const SAPPHIRE_LANES: Source = {
  title: 'TweakTown, Intel’s new Sapphire Rapids CPU: 80 lanes of PCIe 5.0',
  url: 'https://www.tweaktown.com/news/78666/intels-new-sapphire-rapids-cpu-pcie-5-0-tech-64gb-of-hbm2e-memory/index.html',
  quality: 'report',
};
const EMERALD_LANES: Source = {
  title: 'TechnoSports on Intel’s slides of the 5th generation: up to 80 lanes of PCIe 5.0',
  url: 'https://technosports.co.in/intel-5th-gen-xeon-emerald-rapids-cpus-in-depth',
  quality: 'report',
};
const SIERRA_LANES: Source = {
  title: 'TechWarrant, new Xeon 6: up to 88 lanes of PCIe 5.0 in the 6700 series, 96 in the 6900',
  url: 'https://techwarrant.com/new-intel-xeon-6-processors-get-up-to-288-e-cores-or-128-p-cores',
  quality: 'report',
};
const GRANITE_LANES: Source = {
  title: 'Wccftech, Xeon 6900P launch: up to 96 lanes of PCIe 5.0 and CXL 2.0 (the 6900 series)',
  url: 'https://wccftech.com/intel-xeon-6900p-granite-rapids-p-core-launched-128-cores-tackles-amd-epyc-turin/amp',
  quality: 'report',
};
/** Lists and logs of Ice Lake and later show 09a2 as "System peripheral". */
const PERIPHERAL = known(0x088000, MAILING_LIST);
const NOT_FOUND = ofMaker(0x8086);

const COMMON = { maker: 'Intel', cpu: INTEL_CPU, iommu: VT_D, ...LISTED } as const;
const SKYLAKE = {
  ...COMMON,
  firstDevice: intel(0x2020),
  firstDeviceClass: HOST_BRIDGE_CLASS,
  rootPort: rootPort(intel(0x2030), known(8, LANES_OVER_TIME), ACS_ASSUMED, UNKNOWN_FIGURE),
  lanes: known(48, LANES_OVER_TIME),
  hostBridges: known(4, {
    title:
      'Skylake-SP: the DMI stack and three stacks of sixteen lanes, each a root bus of its own',
    url: 'https://lore.kernel.org/linux-pci/',
    quality: 'report',
  }),
  socketRate: known(3 * 20.8e9, UPI),
} as const;
const LATER = {
  ...COMMON,
  firstDevice: intel(0x09a2),
  firstDeviceClass: PERIPHERAL,
} as const;

/** Xeon Scalable and Xeon 6: every I/O stack is a root bus of its own. */
export const INTEL_XEON_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...SKYLAKE,
    id: 'skylake-sp',
    title: 'Intel Skylake-SP/X',
    aliases: ['Xeon Scalable', 'skylake-e', 'skx'],
    note:
      'The first root bus begins with the DMI registers (2020), others with root port A (2030) ' +
      'where that is enabled: Linux allows both.',
    year: known(2017, LAUNCH),
  }),
  platform({
    ...SKYLAKE,
    id: 'cascade-lake-sp',
    title: 'Intel Cascade Lake-SP/X',
    aliases: ['Xeon Scalable 2nd generation', 'Cascade Lake', 'clx'],
    note: 'Its I/O has the ids of Skylake-SP.',
    year: known(2019, LAUNCH),
  }),
  platform({
    ...LATER,
    id: 'ice-lake-sp',
    title: 'Intel Ice Lake-SP',
    aliases: ['Xeon Scalable 3rd generation', 'Ice Lake', 'icx'],
    note: 'Every root bus begins with 8086:09a2, which Linux knows from 5.18 on.',
    year: known(2021, LAUNCH),
    rootPort: rootPort(
      intel(0x347a, MAILING_LIST),
      known(16, ICE_LAKE),
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    lanes: known(64, ICE_LAKE),
    socketRate: known(3 * 22.4e9, ICE_LAKE),
  }),
  platform({
    ...LATER,
    id: 'sapphire-rapids',
    title: 'Intel Sapphire Rapids',
    aliases: ['Xeon Scalable 4th generation', 'spr'],
    note: 'Accelerators (DSA, IAA, QAT) have root buses of their own, listed from 7.1 on.',
    year: known(2023, LAUNCH),
    rootPort: rootPort(
      intel(0x352a, MAILING_LIST),
      known(32, SAPPHIRE_LANES),
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    lanes: known(80, SAPPHIRE_LANES),
    forwardedPayload: SAPPHIRE_RAPIDS_PAYLOAD,
  }),
  platform({
    ...LATER,
    id: 'emerald-rapids',
    title: 'Intel Emerald Rapids',
    aliases: ['Xeon Scalable 5th generation', 'emr'],
    note: 'Same socket as Sapphire Rapids; the ids of its root ports were not found.',
    year: known(2023, LAUNCH),
    rootPort: rootPort(NOT_FOUND, known(32, EMERALD_LANES), ACS_ASSUMED, UNKNOWN_FIGURE),
    lanes: known(80, EMERALD_LANES),
  }),
  platform({
    ...LATER,
    id: 'granite-rapids',
    title: 'Intel Granite Rapids',
    aliases: ['Xeon 6900P', 'Xeon 6700P', 'gnr'],
    note: 'Xeon 6 with P-cores; the lanes are those of the 6900 series.',
    year: known(2024, LAUNCH),
    rootPort: rootPort(
      intel(0x0db0, PCI_IDS_2026),
      known(32, GRANITE_LANES),
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    lanes: known(96, GRANITE_LANES),
  }),
  platform({
    ...LATER,
    id: 'sierra-forest',
    title: 'Intel Sierra Forest',
    aliases: ['Xeon 6700E', 'Xeon 6900E', 'srf'],
    note: 'Xeon 6 with E-cores; the lanes are those of the 6900 series. Ids of root ports were not found.',
    year: known(2024, LAUNCH),
    rootPort: rootPort(NOT_FOUND, known(32, SIERRA_LANES), ACS_ASSUMED, UNKNOWN_FIGURE),
    lanes: known(96, SIERRA_LANES),
  }),
  platform({
    ...LATER,
    id: 'diamond-rapids',
    title: 'Intel Diamond Rapids',
    aliases: ['Xeon 7', 'dmr'],
    note: 'Known to Linux by 8086:09a2 as its forerunners; little else was found.',
    cpu: known({ arch: 'x86', vendor: 'GenuineIntel', family: 0x13 }, CPU_FAMILY),
    rootPort: rootPort(NOT_FOUND, UNKNOWN_FIGURE, ACS_ASSUMED, UNKNOWN_FIGURE),
  }),
];

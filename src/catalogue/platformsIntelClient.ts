import { ACS_ROOT_PORT } from './acsPlans.ts';
import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import {
  ACS_ASSUMED,
  HOST_BRIDGE_CLASS,
  INTEL_CPU,
  intel,
  rootPort,
  VT_D,
} from './platformFigures.ts';
import { platform } from './platformRow.ts';
import { LAUNCH, MAILING_LIST, PCI_IDS_2026, PCIE_BENCH } from './sources.ts';

/** NVIDIA's engineer on why reads from a GPU's BAR fail there while writes work. */
const WRITES_ONLY: Source = {
  title: 'NVIDIA, open-gpu-kernel-modules issue 1253: Intel client CPUs forward peer writes only',
  url: 'https://github.com/NVIDIA/open-gpu-kernel-modules/issues/1253',
  quality: 'report',
};
const ROCKET_LAKE: Source = {
  title: 'intel/compute-runtime issue 935: host bridge 4c43, not in the list of Linux',
  url: 'https://github.com/intel/compute-runtime/issues/935',
  quality: 'report',
};
const LISTING: Source = {
  title: 'Public listings (lspci, kernel logs) of such desktops',
  url: null,
  quality: 'report',
};

const COMMON = {
  maker: 'Intel',
  cpu: INTEL_CPU,
  iommu: VT_D,
  firstDeviceClass: HOST_BRIDGE_CLASS,
  hostBridges: known(1, LISTING),
  forwardsWrites: known(true, WRITES_ONLY),
  forwardsReads: known(false, WRITES_ONLY),
} as const;
const GEN3 = known(8, MAILING_LIST);
const NO_ACS = known(null, MAILING_LIST);
const ACS = known(ACS_ROOT_PORT, MAILING_LIST);
const PAYLOAD = known(256, MAILING_LIST);

/** Core processors: the port for the graphics card is the CPU's. None is in the list of Linux. */
export const INTEL_CLIENT_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...COMMON,
    id: 'haswell',
    title: 'Intel Haswell (Core 4th generation, Xeon E3 v3)',
    aliases: ['Xeon E3 v3'],
    note: 'The port for graphics has sixteen lanes, divided x8 x8 or x8 x4 x4.',
    year: known(2013, LAUNCH),
    firstDevice: intel(0x0c00),
    rootPort: rootPort(intel(0x0c01), UNKNOWN_FIGURE, UNKNOWN_FIGURE, UNKNOWN_FIGURE),
    memoryReadNs: known(1080, PCIE_BENCH),
  }),
  platform({
    ...COMMON,
    id: 'skylake',
    title: 'Intel Skylake (Core 6th generation)',
    aliases: ['Xeon E3 v5'],
    note: 'The port for graphics has no ACS: what is behind it shares a group with it.',
    year: known(2015, LAUNCH),
    firstDevice: intel(0x191f),
    rootPort: rootPort(intel(0x1901), GEN3, NO_ACS, PAYLOAD),
  }),
  platform({
    ...COMMON,
    id: 'coffee-lake',
    title: 'Intel Coffee Lake-S (Core 8th and 9th generation)',
    note: 'The port for graphics is that of Skylake, without ACS.',
    year: known(2017, LAUNCH),
    firstDevice: intel(0x3ec2),
    rootPort: rootPort(intel(0x1901), GEN3, NO_ACS, PAYLOAD),
  }),
  platform({
    ...COMMON,
    id: 'rocket-lake',
    title: 'Intel Rocket Lake-S (Core 11th generation)',
    note: 'Forced to pass peers it corrupted data without a word; below a PEX880xx it worked.',
    year: known(2021, LAUNCH),
    firstDevice: intel(0x4c43, ROCKET_LAKE),
    rootPort: rootPort(intel(0x4c01, LISTING), UNKNOWN_FIGURE, ACS_ASSUMED, UNKNOWN_FIGURE),
    forwardsWrites: UNKNOWN_FIGURE,
  }),
  platform({
    ...COMMON,
    id: 'alder-lake',
    title: 'Intel Alder Lake-S (Core 12th generation)',
    note: 'The ACS word is that of the mobile part, which has the same port.',
    year: known(2021, LAUNCH),
    firstDevice: intel(0x4660),
    rootPort: rootPort(intel(0x460d, PCI_IDS_2026), UNKNOWN_FIGURE, ACS, PAYLOAD),
  }),
  platform({
    ...COMMON,
    id: 'raptor-lake',
    title: 'Intel Raptor Lake-S (Core 13th and 14th generation)',
    note: 'The port for graphics calls itself PCI Express 5.0 Graphics Port.',
    year: known(2022, LAUNCH),
    firstDevice: intel(0xa700, LISTING),
    rootPort: rootPort(intel(0xa70d, LISTING), known(32, LISTING), ACS_ASSUMED, UNKNOWN_FIGURE),
  }),
  platform({
    ...COMMON,
    id: 'arrow-lake',
    title: 'Intel Arrow Lake-S (Core Ultra 200S)',
    aliases: ['Z890'],
    note: 'RDMA reads of a GPU’s memory fail on Z890 boards, writes work.',
    year: known(2024, LAUNCH),
    firstDevice: intel(0x7d1b, LISTING),
    rootPort: rootPort(intel(0xae4d, LISTING), UNKNOWN_FIGURE, ACS_ASSUMED, UNKNOWN_FIGURE),
  }),
];

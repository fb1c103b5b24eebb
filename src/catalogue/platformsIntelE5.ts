import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import {
  ACS_ASSUMED,
  ACS_SEEN,
  HOST_BRIDGE_CLASS,
  INTEL_CPU,
  intel,
  LISTED,
  rootPort,
  VT_D,
} from './platformFigures.ts';
import { BROADWELL_FORWARDING } from './platformRates.ts';
import { platform } from './platformRow.ts';
import { LANES_OVER_TIME, LAUNCH, MAILING_LIST, PCIE_BENCH } from './sources.ts';

const QPI: Source = {
  title: 'Table of QPI and UPI rates: one link, one way; two links join two sockets',
  url: 'https://xryan.net/p/295',
  quality: 'report',
};
const QPI_LATENCY: Source = {
  title:
    'pcie-bench: the other socket adds 107 ns to a round trip on Ivy Bridge; half of it one way',
  url: 'https://github.com/pcie-bench/data',
  quality: 'measured',
};
const GEN3 = known(8, LANES_OVER_TIME);
const PAYLOAD = known(256, MAILING_LIST);

const COMMON = {
  maker: 'Intel',
  cpu: INTEL_CPU,
  iommu: VT_D,
  firstDeviceClass: HOST_BRIDGE_CLASS,
  lanes: known(40, LANES_OVER_TIME),
} as const;

/** Xeon E5 and E7, Core i7 of their sockets: a ring, one root bus for cards in each socket. */
export const INTEL_E5_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...COMMON,
    ...LISTED,
    id: 'sandy-bridge-e',
    title: 'Intel Sandy Bridge-E/EP',
    aliases: ['Xeon E5', 'snb-e', 'sandybridge-ep'],
    note: 'Xeon E5-1600/2600. Linux allows peers below one host bridge only.',
    year: known(2012, LAUNCH),
    firstDevice: intel(0x3c00),
    rootPort: rootPort(intel(0x3c08), GEN3, ACS_ASSUMED, PAYLOAD),
    hostBridges: known(1, {
      title: 'hwloc, test machines with Xeon E5-2650 and E5-2670',
      url: 'https://github.com/open-mpi/hwloc/tree/master/tests/hwloc/xml',
      quality: 'report',
    }),
    socketRate: known(2 * 16e9, QPI),
    memoryReadNs: known(493, PCIE_BENCH),
  }),
  platform({
    ...COMMON,
    id: 'ivy-bridge-e',
    title: 'Intel Ivy Bridge-E/EP/EX',
    aliases: ['Xeon E5 v2', 'Xeon E7 v2', 'ivb-e'],
    note: 'Xeon E5-1600/2600 v2, E7 v2. Not in the list of Linux: peers only below a switch.',
    year: known(2013, LAUNCH),
    firstDevice: intel(0x0e00),
    rootPort: rootPort(intel(0x0e08), GEN3, ACS_ASSUMED, PAYLOAD),
    socketRate: known(2 * 16e9, QPI),
    socketLatencyNs: known(54, QPI_LATENCY),
    memoryReadNs: known(493, PCIE_BENCH),
  }),
  platform({
    ...COMMON,
    ...LISTED,
    id: 'haswell-e',
    title: 'Intel Haswell-E/EP/EX',
    aliases: ['Xeon E5 v3', 'Xeon E7 v3', 'hsw-e', 'X99'],
    note: 'Xeon E5-1600/2600 v3, E7 v3. Linux allows peers below one host bridge only.',
    year: known(2014, LAUNCH),
    firstDevice: intel(0x2f00),
    rootPort: rootPort(intel(0x2f08), GEN3, ACS_SEEN, PAYLOAD),
    socketRate: known(2 * 19.2e9, QPI),
    memoryReadNs: known(520, PCIE_BENCH),
  }),
  platform({
    ...COMMON,
    id: 'broadwell-e',
    title: 'Intel Broadwell-E/EP/EX',
    aliases: ['Xeon E5 v4', 'Xeon E7 v4', 'bdw-e'],
    note: 'Xeon E5-1600/2600 v4, E7 v4. Not in the list of Linux: peers only below a switch.',
    year: known(2016, LAUNCH),
    firstDevice: intel(0x6f00),
    rootPort: rootPort(intel(0x6f08), GEN3, ACS_SEEN, PAYLOAD),
    hostBridges: UNKNOWN_FIGURE,
    socketRate: known(2 * 19.2e9, QPI),
    memoryReadNs: known(480, PCIE_BENCH),
    forwardingRate: BROADWELL_FORWARDING,
  }),
];

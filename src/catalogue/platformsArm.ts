import { ACS_ROOT_PORT } from './acsPlans.ts';
import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { ACS_ASSUMED, ARM_CPU, LISTED, ofMaker, rootPort, SMMU } from './platformFigures.ts';
import { VERA_SOCKET_PEERS } from './platformRates.ts';
import { platform } from './platformRow.ts';
import { CONVENTION, LAUNCH, P2PDMA_LIST, PCI_IDS } from './sources.ts';

const AMPERE = 0x1def;
const NVIDIA = 0x10de;

/** The quirk takes for granted that the ports cannot reach each other, and so isolates them. */
const NO_PEERS: Source = {
  title: 'Linux, drivers/pci/quirks.c: X-Gene and Ampere root ports cannot pass peer traffic',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/quirks.c',
  quality: 'kernel',
};
const EMAG_LANES: Source = {
  title: 'Linley Group, Ampere Reboots X-Gene as eMAG: 42 lanes of PCI Express 3.0',
  url: 'https://www.linleygroup.com/newsletters/newsletter_detail.php?num=5823&year=2018&tag=3',
  quality: 'report',
};
const ALTRA_LANES: Source = {
  title: 'heise online, Ampere Altra: 128 lanes of PCIe 4.0; two sockets use 32 each between them',
  url: 'https://www.heise.de/news/Ampere-Altra-ARM-Prozessoren-mit-bis-zu-80-Kernen-3-3-GHz-und-PCIe-4-0-4794196.html',
  quality: 'report',
};
const AMPEREONE_LANES: Source = {
  title: 'UnixLegion, AmpereOne with 192 cores and 128 lanes of PCIe Gen5',
  url: 'https://www.unixlegion.com/2023/05/ampereone-with-192-cores-128x-pcie-gen5.html',
  quality: 'report',
};
/** The quirk stands for the capability that they lack. */
const ISOLATED_BY_QUIRK = known(null, {
  title: 'Taken as absent: Linux answers for these ports by a quirk (drivers/pci/quirks.c)',
  url: null,
  quality: 'convention',
} satisfies Source);
const GRACE_LOG: Source = {
  title: 'Kernel log of a server with NVIDIA Grace: one root port a segment, at 00.0',
  url: null,
  quality: 'report',
};
const GRACE_LANES: Source = {
  title: 'Hardware Times, Grace at Hot Chips 34: 68 lanes of PCIe Gen5, four links of sixteen',
  url: 'https://hardwaretimes.com/nvidia-announces-grace-cpu-up-2x-faster-than-amd-epyc-and-intel-xeon-parts-with-better-power-efficiency/',
  quality: 'report',
};

/** Arm servers. Only NVIDIA's after Grace are in the list of Linux. */
export const ARM_PLATFORMS: readonly PlatformPart[] = [
  platform({
    id: 'arm64',
    title: 'Generic Arm64 server with a window offset',
    aliases: ['arm64-offset'],
    note:
      'Bus addresses differ from CPU addresses, as on many Arm machines; write offset= to say by ' +
      'how much. Not in the list of Linux: peers only below a switch.',
    maker: 'Generic',
    cpu: ARM_CPU,
    iommu: known('smmu', CONVENTION),
    firstDevice: known(pciIdOf(0x1b36, 0x0008), CONVENTION),
    firstDeviceClass: known(0x060000, CONVENTION),
    rootPort: {
      pciId: known(pciIdOf(0x1b36, 0x000c), CONVENTION),
      link: known({ gts: 32, width: 16 }, CONVENTION),
      acs: known(ACS_ROOT_PORT, CONVENTION),
      maxPayload: known(512, CONVENTION),
    },
    windowOffset: known(-0x40_0000_0000, CONVENTION),
  }),
  platform({
    id: 'ampere-emag',
    title: 'Ampere eMAG',
    note: 'Its root ports count as isolated without ACS, since they cannot pass peer traffic.',
    maker: 'Ampere',
    cpu: ARM_CPU,
    iommu: SMMU,
    year: known(2018, LAUNCH),
    firstDevice: ofMaker(AMPERE),
    rootPort: rootPort(
      known(pciIdOf(AMPERE, 0xe005), PCI_IDS),
      known(8, EMAG_LANES),
      ISOLATED_BY_QUIRK,
      UNKNOWN_FIGURE,
    ),
    lanes: known(42, EMAG_LANES),
    forwardsWrites: known(false, NO_PEERS),
    forwardsReads: known(false, NO_PEERS),
  }),
  platform({
    id: 'ampere-altra',
    title: 'Ampere Altra',
    aliases: ['Altra Max'],
    note: 'Each root complex is a segment of its own. Not in the list of Linux.',
    maker: 'Ampere',
    cpu: ARM_CPU,
    iommu: SMMU,
    year: known(2020, LAUNCH),
    firstDevice: known(pciIdOf(AMPERE, 0xe100), PCI_IDS),
    firstDeviceClass: known(0x060000, PCI_IDS),
    rootPort: rootPort(
      known(pciIdOf(AMPERE, 0xe101), PCI_IDS),
      known(16, ALTRA_LANES),
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    lanes: known(128, ALTRA_LANES),
  }),
  platform({
    id: 'ampereone',
    title: 'AmpereOne',
    note: 'The ids of its root ports were not found. Not in the list of Linux.',
    maker: 'Ampere',
    cpu: ARM_CPU,
    iommu: SMMU,
    year: known(2023, LAUNCH),
    firstDevice: ofMaker(AMPERE),
    rootPort: rootPort(ofMaker(AMPERE), known(32, AMPEREONE_LANES), ACS_ASSUMED, UNKNOWN_FIGURE),
    lanes: known(128, AMPEREONE_LANES),
  }),
  platform({
    id: 'nvidia-grace',
    title: 'NVIDIA Grace',
    aliases: ['Grace', 'GH200', 'GB200'],
    note:
      'Every root port is the only device of its segment. The window below 4 GiB of bus addresses ' +
      'lies elsewhere for the CPU, by an offset that each segment has its own. Not in the list of Linux.',
    maker: 'NVIDIA',
    cpu: ARM_CPU,
    iommu: SMMU,
    year: known(2023, LAUNCH),
    firstDevice: known(null, GRACE_LOG),
    rootPort: rootPort(
      known(pciIdOf(NVIDIA, 0x22b2), GRACE_LOG),
      known(32, GRACE_LANES),
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    lanes: known(68, GRACE_LANES),
  }),
  platform({
    id: 'nvidia-vera',
    title: 'NVIDIA Vera',
    aliases: ['Vera'],
    note: 'In the list of Linux after 7.1 as 10de:2f95 to 2f98; which of them is where was not found.',
    maker: 'NVIDIA',
    cpu: ARM_CPU,
    iommu: SMMU,
    firstDevice: known(null, {
      title: 'As of Grace: a root port alone on its root bus',
      url: null,
      quality: 'convention',
    }),
    rootPort: rootPort(
      known(pciIdOf(NVIDIA, 0x2f95), P2PDMA_LIST),
      UNKNOWN_FIGURE,
      ACS_ASSUMED,
      UNKNOWN_FIGURE,
    ),
    ...LISTED,
    socketPeerRate: VERA_SOCKET_PEERS,
  }),
];

import { device, functionPlan, KIB, MIB, mem32, mem64, ports, pref64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { DevicePart, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  BOOT_LOGS,
  datasheet,
  LISTED_CLASS,
  listing,
  NO_MEMORY_OFFERED,
  report,
  SINGLE_FUNCTION_ACS,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const id = (vendor: number, deviceId: number) => known(pciIdOf(vendor, deviceId), PCI_IDS);
const INTEL = 0x8086;
const BROADCOM = 0x14e4;

const kernel = (title: string, path: string): Source => ({
  title: `Linux, ${path}: ${title}`,
  url: `https://github.com/torvalds/linux/blob/master/${path}`,
  quality: 'kernel',
});

const PLAIN: Partial<FunctionPlan> = {
  classCode: known(0x020000, LISTED_CLASS),
  acs: known(null, TAKEN_AS_ABSENT),
  ats: known(false, TAKEN_AS_ABSENT),
  p2pMemory: known(null, NO_MEMORY_OFFERED),
};

/** The same function once per port. */
const perPort = (count: number, plan: Partial<FunctionPlan>): readonly FunctionPlan[] =>
  Array.from({ length: count }, (_, number) =>
    functionPlan(`port ${number + 1}`, { ...PLAIN, ...plan, number }),
  );

/** The card with four ports (8086:1593); what a port shows is taken to be the same with two. */
const E810 = report(
  'lspci -vvv of port 0 of an E810-XXV with four ports (8086:1593), netdev list, 2022',
  'https://lore.kernel.org/netdev/ea05a9d-b8b8-216f-d99-9b794f19f2cf@praktifix.dwd.de/',
);
const E810_PORT_2: Source = {
  ...E810,
  title: `${E810.title}; those of port 1 are taken to follow the 64 of port 0`,
};
const X710 = listing(
  'an X710 for 10GBASE-T in an ASUS ESC8000A-E13P',
  'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
);
const X520 = listing(
  'an X520 with two ports',
  'https://github.com/marcredhat/cmlgpu/blob/5cfddd5f1139cb109f355530081223d7ec878d28/lspci.txt',
);
const I210 = listing(
  'I210 in a report on hotplug behind a PEX8748, linux-pci mailing list',
  'https://lore.kernel.org/linux-pci/',
);
const I350 = report(
  'Boot log of an I350 with four ports, amdgpu issue 81',
  'https://github.com/ROCm/amdgpu/issues/81',
);
const IGB_QEMU: Source = {
  title: 'QEMU, hw/net/igb.c and igb_core.h: offsets of virtual functions as the 82576 has them',
  url: 'https://gitlab.com/qemu-project/qemu/-/blob/master/hw/net/igb_core.h',
  quality: 'emulator',
};
const E1000 = report(
  'lspci of an 82540EM on a PC, linux-pci mailing list',
  'https://lore.kernel.org/linux-pci/',
);
const DRIVERS: Source = kernel('its list of ids', 'drivers/net/ethernet');
const IRDMA = kernel(
  'thirteen entries, for writes as for reads',
  'drivers/infiniband/hw/irdma/icrdma_hw.h',
);
const BNXT = kernel(
  'six entries unless its requests vary in size',
  'drivers/infiniband/hw/bnxt_re/qplib_sp.c',
);
const CXGB4_READ = kernel('one entry per read', 'drivers/infiniband/hw/cxgb4/provider.c');
const CXGB4_SEND: Source = {
  title: 'Linux commit 33023fb85a42: cxgb4 takes 16 entries in a send and 4 in a receive',
  url: 'https://github.com/torvalds/linux/commit/33023fb85a42',
  quality: 'kernel',
};
const ERDMA = kernel(
  'six entries, one per read, 512 pages in a fast registration',
  'drivers/infiniband/hw/erdma/erdma_hw.h',
);

const RDMA_DRIVERS: Source = kernel('its list of ids', 'drivers/infiniband/hw');

const drivenBy = (name: string): Figure<string | null> => known(name, DRIVERS);
const ANY_ADDRESS = known(
  { maskBits: 64, maxSegment: 0x10000 },
  kernel('64-bit mask; the default of 64 KiB for a segment', 'drivers/net/ethernet/intel'),
);
const RDMA_SEGMENTS = (path: string) =>
  known(
    { maskBits: 64, maxSegment: 0xffff_ffff },
    kernel('64-bit mask; its RDMA part allows segments up to 4 GiB', path),
  );
const NO_RDMA_LIMITS = {
  maxSge: UNKNOWN_FIGURE,
  maxSgeRead: UNKNOWN_FIGURE,
  maxMr: UNKNOWN_FIGURE,
  maxPagesPerMr: UNKNOWN_FIGURE,
};

/** Adapters of other makers, with and without RDMA. */
export const OTHER_NICS: readonly DevicePart[] = [
  device('nic', {
    id: 'e810',
    title: 'Intel E810-XXV, two ports',
    aliases: ['E810', 'E810-XXV', 'E810-XXVDA2'],
    note: 'RDMA by irdma. 64 virtual functions per port.',
    link: known({ gts: 16, width: 8 }, datasheet('Intel E810-XXVDA2: PCIe 4.0, eight lanes')),
    functions: perPort(2, {
      pciId: id(INTEL, 0x159b),
      bars: known([pref64(0, 32 * MIB), pref64(3, 64 * KIB)], BOOT_LOGS),
      acs: known({ capability: 0, control: 0 }, E810),
      ats: known(false, E810),
      ari: known(true, E810),
      dma: RDMA_SEGMENTS('drivers/infiniband/hw/irdma'),
      driver: drivenBy('ice'),
      maxPayload: known(512, E810),
    }).map((plan, number) => ({
      ...plan,
      sriov: known(
        {
          totalVfs: 64,
          firstOffset: number === 0 ? 8 : 71,
          stride: 1,
          deviceId: 0x1889,
          bars: 'unknown' as const,
        },
        number === 0 ? E810 : E810_PORT_2,
      ),
    })),
    rdma: { ...NO_RDMA_LIMITS, maxSge: known(13, IRDMA), maxSgeRead: known(13, IRDMA) },
  }),
  device('nic', {
    id: 'x710-t2',
    title: 'Intel X710 for 10GBASE-T, two ports',
    aliases: ['X710', 'X710-T2'],
    note: 'No RDMA. 64 virtual functions per port.',
    link: known({ gts: 8, width: 4 }, X710),
    functions: perPort(2, {
      pciId: id(INTEL, 0x15ff),
      bars: known([pref64(0, 16 * MIB), pref64(3, 32 * KIB)], X710),
      acs: known({ capability: 0, control: 0 }, X710),
      ats: known(false, X710),
      ari: known(true, X710),
      dma: ANY_ADDRESS,
      driver: known('i40e', X710),
      maxPayload: known(2048, X710),
      tags: known(256, X710),
    }).map((plan, number) => ({
      ...plan,
      sriov: known(
        {
          totalVfs: 64,
          firstOffset: number === 0 ? 16 : 79,
          stride: 1,
          deviceId: 0x154c,
          bars: 'unknown' as const,
        },
        X710,
      ),
    })),
  }),
  device('nic', {
    id: 'x520',
    title: 'Intel X520, two ports',
    aliases: ['X520', '82599'],
    note: 'No RDMA. 64 virtual functions per port.',
    link: known({ gts: 5, width: 8 }, X520),
    functions: perPort(2, {
      pciId: id(INTEL, 0x154d),
      bars: known([mem64(0, MIB), ports(2, 32), mem64(4, 16 * KIB)], X520),
      acs: known(null, X520),
      ats: known(false, X520),
      ari: known(true, X520),
      sriov: known(
        { totalVfs: 64, firstOffset: 128, stride: 2, deviceId: 0x10ed, bars: 'unknown' },
        X520,
      ),
      dma: ANY_ADDRESS,
      driver: known('ixgbe', X520),
      maxPayload: known(512, X520),
      tags: known(32, X520),
    }),
  }),
  device('nic', {
    id: 'i350-t4',
    title: 'Intel I350, four ports',
    aliases: ['I350', 'I350-T4'],
    note: 'Four functions in one device. The kernel holds them apart without ACS.',
    link: known({ gts: 5, width: 4 }, datasheet('Intel I350')),
    functions: perPort(4, {
      pciId: id(INTEL, 0x1521),
      bars: known([mem32(0, MIB), mem32(3, 16 * KIB)], I350),
      dma: ANY_ADDRESS,
      driver: drivenBy('igb'),
    }),
  }),
  device('nic', {
    id: '82576',
    title: 'Intel 82576, two ports',
    aliases: ['igb'],
    note: 'Eight virtual functions per port. The kernel holds its functions apart without ACS.',
    link: known({ gts: 2.5, width: 4 }, datasheet('Intel 82576')),
    functions: perPort(2, {
      pciId: id(INTEL, 0x10c9),
      bars: known(
        [mem32(0, 128 * KIB), mem32(1, 128 * KIB), ports(2, 32), mem32(3, 16 * KIB)],
        BOOT_LOGS,
      ),
      ari: known(true, IGB_QEMU),
      sriov: known(
        { totalVfs: 8, firstOffset: 128, stride: 2, deviceId: 0x10ca, bars: 'unknown' },
        IGB_QEMU,
      ),
      dma: ANY_ADDRESS,
      driver: drivenBy('igb'),
    }),
  }),
  device('nic', {
    id: 'i210',
    title: 'Intel I210',
    aliases: ['I210'],
    note: 'One port of 1 Gb/s.',
    link: known({ gts: 2.5, width: 1 }, I210),
    functions: perPort(1, {
      pciId: id(INTEL, 0x1533),
      bars: known([mem32(0, 512 * KIB), ports(2, 32), mem32(3, 16 * KIB)], I210),
      acs: known(null, I210),
      ats: known(false, I210),
      ari: known(false, I210),
      sriov: known(null, I210),
      dma: ANY_ADDRESS,
      driver: known('igb', I210),
      maxPayload: known(512, I210),
      tags: known(32, I210),
    }),
  }),
  device('nic', {
    id: '82540em',
    title: 'Intel 82540EM',
    aliases: ['PRO/1000 MT'],
    note: 'A card for conventional PCI.',
    link: known(null, datasheet('Intel 82540EM: conventional PCI')),
    functions: perPort(1, {
      type: 'conventional',
      pciId: id(INTEL, 0x100e),
      bars: known([mem32(0, 128 * KIB), mem32(1, 128 * KIB), ports(2, 64)], E1000),
      acs: known(null, SINGLE_FUNCTION_ACS),
      ats: known(false, SINGLE_FUNCTION_ACS),
      ari: known(false, SINGLE_FUNCTION_ACS),
      sriov: known(null, SINGLE_FUNCTION_ACS),
      driver: known('e1000', E1000),
    }),
  }),
  device('nic', {
    id: 'bcm57508',
    title: 'Broadcom BCM57508 (P2100G), two ports',
    aliases: ['BCM57508', 'bnxt_re', 'Thor'],
    note: 'RDMA by bnxt_re.',
    link: known({ gts: 16, width: 16 }, datasheet('Broadcom P2100G')),
    functions: perPort(2, {
      pciId: id(BROADCOM, 0x1750),
      bars: known([pref64(0, 64 * KIB), pref64(2, 16 * MIB), pref64(4, 32 * KIB)], BOOT_LOGS),
      dma: RDMA_SEGMENTS('drivers/infiniband/hw/bnxt_re'),
      driver: drivenBy('bnxt_en'),
    }),
    rdma: { ...NO_RDMA_LIMITS, maxSge: known(6, BNXT), maxSgeRead: known(6, BNXT) },
  }),
  device('nic', {
    id: 'bcm57414',
    title: 'Broadcom BCM57414 (P225P), two ports',
    aliases: ['BCM57414'],
    note: 'RDMA by bnxt_re.',
    link: known({ gts: 8, width: 8 }, datasheet('Broadcom P225P')),
    functions: perPort(2, {
      pciId: id(BROADCOM, 0x16d7),
      dma: RDMA_SEGMENTS('drivers/infiniband/hw/bnxt_re'),
      driver: drivenBy('bnxt_en'),
    }),
    rdma: NO_RDMA_LIMITS,
  }),
  device('nic', {
    id: 't6',
    title: 'Chelsio T62100-CR',
    aliases: ['cxgb4', 'T62100'],
    note: 'iWARP: every RDMA read goes through a memory region.',
    link: known({ gts: 8, width: 16 }, datasheet('Chelsio T62100-CR')),
    functions: perPort(1, {
      pciId: id(0x1425, 0x640d),
      driver: drivenBy('cxgb4'),
    }),
    rdma: { ...NO_RDMA_LIMITS, maxSge: known(16, CXGB4_SEND), maxSgeRead: known(1, CXGB4_READ) },
  }),
  device('nic', {
    id: 'erdma',
    title: 'Alibaba Elastic RDMA Adapter',
    aliases: ['Alibaba ERDMA'],
    note: 'iWARP, in virtual machines of that maker.',
    link: UNKNOWN_FIGURE,
    functions: perPort(1, { pciId: id(0x1ded, 0x107f), driver: known('erdma', RDMA_DRIVERS) }),
    rdma: {
      ...NO_RDMA_LIMITS,
      maxSge: known(6, ERDMA),
      maxSgeRead: known(1, ERDMA),
      maxPagesPerMr: known(512, ERDMA),
    },
  }),
  device('nic', {
    id: 'efa',
    title: 'Amazon Elastic Fabric Adapter',
    aliases: ['EFA'],
    note: 'In virtual machines of that maker; its limits come from the device.',
    link: UNKNOWN_FIGURE,
    functions: perPort(1, { pciId: id(0x1d0f, 0xefa1), driver: known('efa', RDMA_DRIVERS) }),
    rdma: NO_RDMA_LIMITS,
  }),
];

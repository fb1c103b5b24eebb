import { device, functionPlan, GIB, KIB, MIB, mem32, mem64, pref64, sizes } from './devicePlans.ts';
import type { Figure } from './figure.ts';
import { known } from './known.ts';
import type { DevicePart, DeviceWord, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { CONVENTION } from './sources.ts';

/*
 * What stands for a kind where no model is named. Every figure is a choice, made so that nothing
 * that decides is left open. The device ids are ones that no product has: neither the list of PCI
 * ids nor another row of the catalogue knows them.
 */

const chosen = <T>(value: T): Figure<T> => known(value, CONVENTION);

/** Red Hat's number for what QEMU makes up. QEMU uses device ids from 0001 up to now 0016. */
const QEMU_VENDOR = 0x1b36;

/**
 * Virtual functions come after the eight functions that a device can have, and as many as a bus has
 * routing ids left: nobody who draws some of them is to be told that a generic card has fewer.
 */
const FUNCTIONS = 8;
const MOST_VFS = 256 - FUNCTIONS;

const PLAIN: Partial<FunctionPlan> = {
  acs: chosen(null),
  ats: chosen(false),
  ari: chosen(false),
  sriov: chosen(null),
  driver: chosen(null),
  dma: chosen({ maskBits: 64, maxSegment: 0x10000 }),
  p2pMemory: chosen(null),
  maxPayload: chosen(512),
  tags: chosen(256),
};

function generic(
  kind: DeviceWord,
  title: string,
  note: string,
  link: { readonly gts: number; readonly width: number } | null,
  plan: Partial<FunctionPlan>,
): DevicePart {
  return device(kind, {
    id: kind,
    title,
    note,
    link: chosen(link),
    functions: [functionPlan('main', { ...PLAIN, ...plan })],
  });
}

const GPU = generic(
  'gpu',
  'Generic GPU',
  'All its memory is behind one BAR of 32 GiB, which can be made smaller.',
  { gts: 32, width: 16 },
  {
    pciId: chosen(pciIdOf(0x10de, 0x0001)),
    classCode: chosen(0x030200),
    bars: chosen([mem32(0, 16 * MIB), pref64(1, 32 * GIB, sizes(256 * MIB, 32 * GIB))]),
    maxPayload: chosen(256),
    dma: chosen({ maskBits: 47, maxSegment: 0xffff_ffff }),
  },
);

const NVME = generic(
  'nvme',
  'Generic NVMe drive',
  'A drive without memory for peers; give it some with `cmb=`.',
  { gts: 16, width: 4 },
  {
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f08)),
    classCode: chosen(0x010802),
    bars: chosen([mem64(0, 16 * KIB)]),
    driver: chosen('nvme'),
    dma: chosen({ maskBits: 64, maxSegment: 0xffff_ffff }),
  },
);

const NIC: DevicePart = {
  ...generic(
    'nic',
    'Generic RDMA network card',
    'One port, with virtual functions. The RDMA limits are plausible ones.',
    { gts: 32, width: 16 },
    {
      pciId: chosen(pciIdOf(0x15b3, 0x0001)),
      classCode: chosen(0x020000),
      bars: chosen([pref64(0, 32 * MIB)]),
      ari: chosen(true),
      sriov: chosen({
        totalVfs: MOST_VFS,
        firstOffset: FUNCTIONS,
        stride: 1,
        deviceId: 0x0002,
        bars: [pref64(0, 32 * KIB)],
      }),
      driver: chosen('mlx5_core'),
      dma: chosen({ maskBits: 64, maxSegment: 0x8000_0000 }),
    },
  ),
  rdma: {
    maxSge: chosen(30),
    maxSgeRead: chosen(30),
    maxMr: chosen(2 ** 24),
    maxPagesPerMr: chosen(65536),
  },
};

const FPGA = generic(
  'fpga',
  'Generic FPGA card',
  'Memory of 4 GiB behind one BAR, which no driver offers to peers by itself.',
  { gts: 16, width: 16 },
  {
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f01)),
    classCode: chosen(0x120000),
    bars: chosen([pref64(0, 4 * GIB), pref64(2, 64 * KIB)]),
  },
);

const HFI = generic(
  'hfi',
  'Generic host fabric interface',
  'A fabric adapter that moves small messages by CPU and large ones by its own engines.',
  { gts: 8, width: 16 },
  {
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f02)),
    classCode: chosen(0x020800),
    bars: chosen([mem64(0, 64 * MIB)]),
  },
);

const CARD = generic(
  'card',
  'Generic card',
  'Anything else with one function.',
  { gts: 16, width: 8 },
  {
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f03)),
    classCode: chosen(0xff0000),
    bars: chosen([mem64(0, MIB)]),
  },
);

/** What plugs into a conventional bus; its id is not the kind's word, which a PCIe card has. */
const PCI_CARD: DevicePart = {
  ...generic('card', 'Generic conventional card', 'A card for conventional PCI.', null, {
    type: 'conventional',
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f09)),
    classCode: chosen(0xff0000),
    bars: chosen([mem32(0, MIB)]),
  }),
  id: 'pci-card',
  aliases: ['PCI card', 'conventional'],
};

const RCIEP = generic(
  'rciep',
  'Generic integrated endpoint',
  'A function of the CPU or chipset itself, right on a root bus.',
  null,
  {
    type: 'rciep',
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f04)),
    classCode: chosen(0x088000),
    bars: chosen([mem64(0, 64 * KIB)]),
  },
);

const NTB = generic(
  'ntb',
  'Generic non-transparent bridge',
  'A window of 1 GiB into another machine.',
  { gts: 16, width: 16 },
  {
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f05)),
    classCode: chosen(0x068000),
    bars: chosen([mem64(0, 64 * KIB), pref64(2, GIB)]),
  },
);

const MGMT = generic(
  'mgmt',
  'Generic management function',
  'A function for management beside the upstream port of a switch.',
  { gts: 32, width: 16 },
  {
    number: 1,
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f06)),
    classCode: chosen(0x058000),
    bars: chosen([mem64(0, 4 * MIB)]),
  },
);

const FN = generic(
  'fn',
  'Generic further function',
  'A further function of the device above it.',
  { gts: 16, width: 8 },
  {
    number: 1,
    pciId: chosen(pciIdOf(QEMU_VENDOR, 0x0f07)),
    classCode: chosen(0xff0000),
    bars: chosen([mem64(0, 64 * KIB)]),
  },
);

export const GENERIC_DEVICES: readonly DevicePart[] = [
  GPU,
  NVME,
  NIC,
  FPGA,
  HFI,
  CARD,
  PCI_CARD,
  RCIEP,
  NTB,
  MGMT,
  FN,
];

import { device, functionPlan, KIB, MIB, mem32, mem64, ports, pref64 } from './devicePlans.ts';
import { type Figure, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, DeviceWord, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { QEMU_SEEN } from './sourcesDevices.ts';

const seen = <T>(value: T): Figure<T> => known(value, QEMU_SEEN);

const PLAIN: Partial<FunctionPlan> = {
  acs: seen(null),
  ats: seen(false),
  ari: seen(false),
  sriov: seen(null),
  driver: seen(null),
  dma: seen({ maskBits: 64, maxSegment: 0x10000 }),
  p2pMemory: seen(null),
  maxPayload: seen(128),
  tags: UNKNOWN_FIGURE,
};
const GEN1_X1 = { gts: 2.5, width: 1 };

interface Emulated {
  readonly kind: DeviceWord;
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  readonly ids: readonly [number, number];
  readonly classCode: number;
  readonly bars: readonly BarPlan[];
  readonly conventional?: true;
  readonly plan?: Partial<FunctionPlan>;
}

function emulated(row: Emulated): DevicePart {
  const { kind, id, title, aliases = [], note, ids, classCode, bars, conventional, plan } = row;
  return device(kind, {
    id,
    title,
    aliases,
    note,
    link: seen(conventional ? null : GEN1_X1),
    functions: [
      functionPlan('main', {
        ...PLAIN,
        type: conventional ? 'conventional' : 'endpoint',
        pciId: seen(pciIdOf(...ids)),
        classCode: seen(classCode),
        bars: seen(bars),
        ...plan,
      }),
    ],
  });
}

const NVME: Emulated = {
  kind: 'nvme',
  id: 'qemu-nvme',
  title: 'QEMU NVMe drive',
  note: 'Without memory for peers, with virtual functions if asked for.',
  ids: [0x1b36, 0x0010],
  classCode: 0x010802,
  bars: [mem64(0, 16 * KIB)],
  plan: {
    driver: seen('nvme'),
    dma: seen({ maskBits: 64, maxSegment: 0xffff_ffff }),
    sriov: seen({
      totalVfs: 127,
      firstOffset: 1,
      stride: 1,
      deviceId: 0x0010,
      bars: [mem64(0, 16 * KIB)],
    }),
  },
};

const NVME_CMB: Emulated = {
  ...NVME,
  id: 'qemu-nvme-cmb',
  title: 'QEMU NVMe drive with a controller memory buffer',
  note: 'Memory of 4 MiB in BAR 2, which the driver publishes. QEMU refuses it together with SR-IOV.',
  bars: [mem64(0, 16 * KIB), pref64(2, 4 * MIB)],
  plan: {
    ...NVME.plan,
    sriov: seen(null),
    p2pMemory: seen({ bar: 2, size: 4 * MIB, published: true }),
  },
};

/** QEMU's devices: what drawn virtual machines are made of. */
export const QEMU_DEVICES: readonly DevicePart[] = [
  NVME,
  NVME_CMB,
  {
    kind: 'card',
    id: 'qemu-testdev',
    title: 'QEMU pci-testdev',
    aliases: ['pci-testdev'],
    note: 'A conventional function with a memory BAR behind which no storage is.',
    ids: [0x1b36, 0x0005],
    classCode: 0x00ff00,
    bars: [mem32(0, 4 * KIB), ports(1, 256), pref64(2, 4 * MIB)],
    conventional: true,
  } as const,
  {
    kind: 'card',
    id: 'qemu-ivshmem',
    title: 'QEMU ivshmem',
    aliases: ['ivshmem', 'ivshmem-plain'],
    note: 'Memory shared with the host or another machine, in BAR 2.',
    ids: [0x1af4, 0x1110],
    classCode: 0x050000,
    bars: [mem32(0, 256), pref64(2, 4 * MIB)],
    conventional: true,
  } as const,
  {
    kind: 'card',
    id: 'qemu-edu',
    title: 'QEMU edu',
    aliases: ['edu'],
    note: 'A conventional function for teaching, with a DMA engine.',
    ids: [0x1234, 0x11e8],
    classCode: 0x00ff00,
    bars: [mem32(0, MIB)],
    conventional: true,
  } as const,
  {
    kind: 'nic',
    id: 'qemu-e1000e',
    title: 'QEMU e1000e (Intel 82574L)',
    aliases: ['e1000e'],
    note: 'A network card on PCI Express.',
    ids: [0x8086, 0x10d3],
    classCode: 0x020000,
    bars: [mem32(0, 128 * KIB), mem32(1, 128 * KIB), ports(2, 32), mem32(3, 16 * KIB)],
  } as const,
  {
    kind: 'nic',
    id: 'qemu-e1000',
    title: 'QEMU e1000 (Intel 82540EM)',
    aliases: ['e1000'],
    note: 'A network card on conventional PCI.',
    ids: [0x8086, 0x100e],
    classCode: 0x020000,
    bars: [mem32(0, 128 * KIB), ports(1, 64)],
    conventional: true,
  } as const,
  {
    kind: 'nic',
    id: 'qemu-vmxnet3',
    title: 'QEMU vmxnet3',
    aliases: ['vmxnet3'],
    note: 'The network card of VMware machines.',
    ids: [0x15ad, 0x07b0],
    classCode: 0x020000,
    bars: [mem32(0, 4 * KIB), mem32(1, 4 * KIB), mem32(2, 8 * KIB)],
  } as const,
  {
    kind: 'card',
    id: 'qemu-xhci',
    title: 'QEMU USB 3 controller',
    note: 'A USB controller on PCI Express.',
    ids: [0x1b36, 0x000d],
    classCode: 0x0c0330,
    bars: [mem64(0, 16 * KIB)],
  } as const,
  {
    kind: 'nic',
    id: 'virtio-net',
    title: 'virtio network card (virtio-net-pci)',
    aliases: ['virtio-net-pci'],
    note: 'The paravirtual network card, in its modern form below a root port.',
    ids: [0x1af4, 0x1041],
    classCode: 0x020000,
    bars: [mem32(1, 4 * KIB), pref64(4, 16 * KIB)],
    plan: { driver: seen('virtio-pci') },
  } as const,
  {
    kind: 'rciep',
    id: 'qemu-pxb',
    title: 'QEMU pxb-pcie (expander)',
    aliases: ['pxb-pcie'],
    note: 'What a further host bridge of a q35 machine leaves on the first root bus.',
    ids: [0x1b36, 0x000b],
    classCode: 0x060000,
    bars: [],
    conventional: true,
    plan: { dma: seen({ maskBits: 32, maxSegment: 0x10000 }) },
  } as const,
  {
    kind: 'rciep',
    id: 'qemu-amd-iommu',
    title: 'QEMU amd-iommu',
    aliases: ['amd-iommu'],
    note: 'The AMD IOMMU of a virtual machine, on its root bus.',
    ids: [0x1022, 0x0008],
    classCode: 0x080600,
    bars: [],
    conventional: true,
  } as const,
].map((row: Emulated) => emulated(row));

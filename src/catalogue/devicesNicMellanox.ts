import { device, functionPlan, MIB, mem64, pref64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { DevicePart, FunctionPlan, SriovPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  BOOT_LOGS,
  datasheet,
  LISTED_CLASS,
  listing,
  NO_MEMORY_OFFERED,
  report,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const MELLANOX = 0x15b3;
const id = (deviceId: number) => known(pciIdOf(MELLANOX, deviceId), PCI_IDS);

const ETHERNET = 0x020000;
const INFINIBAND = 0x020700;

const CX7 = listing(
  'two ports of a ConnectX-7 in an ASUS ESC8000A-E12',
  'https://github.com/luigifcruz/stelline/blob/e09cf85325d4493c47ef381beb541fbda39f79b8/hardware/asus-esc8000a-e12.md',
);
const CX4LX = report(
  'lspci -vvv of both ports of a ConnectX-4 Lx: 8 virtual functions, offsets 2 and 9; linux-pci, 2021',
  'https://lore.kernel.org/linux-pci/a20b07f5-6849-e4b6-82fa-ddf67693e104@quicinc.com/',
);
const CX5: Source = report(
  'lspci -vvv of a ConnectX-5 CX512A, linux-nvme mailing list',
  'https://lore.kernel.org/linux-nvme/',
);
const DEVINFO = report(
  'ibv_devinfo -v of a ConnectX-5: max_sge 30, max_sge_rd 30, max_mr 2^24',
  'https://github.com/open-mpi/ompi/pull/6137',
);
const MLX5: Source = {
  title: 'Linux, drivers/net/ethernet/mellanox/mlx5/core/main.c: 64-bit mask, segments up to 2 GiB',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/net/ethernet/mellanox/mlx5/core/main.c',
  quality: 'kernel',
};
const MLX5_READ: Source = {
  title: 'Linux, include/linux/mlx5/device.h: a read fits 30 entries into 512 bytes of request',
  url: 'https://github.com/torvalds/linux/blob/master/include/linux/mlx5/device.h',
  quality: 'kernel',
};
const MLX4: Source = {
  title: 'Linux, drivers/net/ethernet/mellanox/mlx4/main.c: 64-bit mask, segments up to 1 GiB',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/net/ethernet/mellanox/mlx4/main.c',
  quality: 'kernel',
};
const MLX4_READ: Source = {
  title: 'Linux, include/linux/mlx4/device.h: a read fits 30 entries into 512 bytes of request',
  url: 'https://github.com/torvalds/linux/blob/master/include/linux/mlx4/device.h',
  quality: 'kernel',
};
/** Both generations that were listed show it, without a bit. */
const NO_BITS = (source: Source) => known({ capability: 0, control: 0 }, source);
const AS_CX5_AND_CX7: Source = report('As listings of ConnectX-5 and ConnectX-7 show it', CX7.url);

const MLX5_PLAN: Partial<FunctionPlan> = {
  acs: NO_BITS(AS_CX5_AND_CX7),
  ats: known(false, AS_CX5_AND_CX7),
  ari: known(true, AS_CX5_AND_CX7),
  driver: known('mlx5_core', MLX5),
  dma: known({ maskBits: 64, maxSegment: 0x8000_0000 }, MLX5),
  p2pMemory: known(null, NO_MEMORY_OFFERED),
  maxPayload: known(512, AS_CX5_AND_CX7),
};

const MLX5_RDMA: DevicePart['rdma'] = {
  maxSge: known(30, DEVINFO),
  maxSgeRead: known(30, MLX5_READ),
  maxMr: known(2 ** 24, DEVINFO),
  maxPagesPerMr: UNKNOWN_FIGURE,
};

/** Virtual functions of one port. */
interface Virtual {
  readonly totalVfs: number;
  readonly deviceId: number;
}

/**
 * The virtual functions of the first port follow the ports, those of the second port follow them,
 * one by one: with eight each, the offsets are 2 and 9, as listings of both ports have it.
 */
function virtualOf(port: number, portCount: number, said: Figure<Virtual>): Figure<SriovPlan> {
  if (said.source === null) return said;
  const { totalVfs, deviceId } = said.value;
  const firstOffset = portCount + port * totalVfs - port;
  return known({ totalVfs, firstOffset, stride: 1, deviceId, bars: 'unknown' }, said.source);
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly note: string;
  readonly deviceId: number;
  readonly classCode?: number;
  readonly gts: number;
  readonly width?: number;
  readonly linkSource?: Source;
  readonly portCount?: 1 | 2;
  readonly bars?: FunctionPlan['bars'];
  readonly sriov?: Figure<Virtual>;
  readonly plan?: Partial<FunctionPlan>;
  readonly more?: readonly FunctionPlan[];
  readonly onboardSwitch?: DevicePart['onboardSwitch'];
  readonly rdma?: DevicePart['rdma'];
}

function nic(row: Row): DevicePart {
  const { classCode = ETHERNET, width = 16, portCount = 1 } = row;
  const plan = (number: number) =>
    functionPlan(`port ${number + 1}`, {
      ...MLX5_PLAN,
      number,
      pciId: id(row.deviceId),
      classCode: known(classCode, LISTED_CLASS),
      bars: row.bars ?? UNKNOWN_FIGURE,
      sriov: virtualOf(number, portCount, row.sriov ?? UNKNOWN_FIGURE),
      ...row.plan,
    });
  return device('nic', {
    id: row.id,
    title: row.title,
    aliases: row.aliases,
    note: row.note,
    link: known({ gts: row.gts, width }, row.linkSource ?? datasheet(row.title)),
    functions: [...Array.from({ length: portCount }, (_, n) => plan(n)), ...(row.more ?? [])],
    onboardSwitch: row.onboardSwitch ?? null,
    rdma: row.rdma ?? MLX5_RDMA,
  });
}

/** What the SoC shows of itself beside its two ports. */
const management = (deviceId: number): FunctionPlan =>
  functionPlan('management', {
    ...MLX5_PLAN,
    number: 2,
    pciId: id(deviceId),
    classCode: known(0x080100, LISTED_CLASS),
    bars: UNKNOWN_FIGURE,
    acs: known(null, TAKEN_AS_ABSENT),
    sriov: known(null, TAKEN_AS_ABSENT),
    driver: known(null, TAKEN_AS_ABSENT),
    dma: UNKNOWN_FIGURE,
  });

/** Adapters of Mellanox and NVIDIA, by age. */
export const MELLANOX_NICS: readonly DevicePart[] = [
  nic({
    id: 'connectx3',
    title: 'Mellanox ConnectX-3',
    aliases: ['ConnectX-3', 'CX3', 'mlx4'],
    note: 'Driven by mlx4. Both ports are one function.',
    deviceId: 0x1003,
    gts: 8,
    width: 8,
    bars: known([mem64(0, MIB), pref64(2, 8 * MIB)], BOOT_LOGS),
    plan: {
      acs: known(null, TAKEN_AS_ABSENT),
      ats: known(false, TAKEN_AS_ABSENT),
      driver: known('mlx4_core', MLX4),
      dma: known({ maskBits: 64, maxSegment: 0x4000_0000 }, MLX4),
      maxPayload: known(
        256,
        listing(
          'a ConnectX-3 Pro, pciutils tests/cap-aer-root',
          'https://github.com/pciutils/pciutils',
        ),
      ),
    },
    rdma: {
      maxSge: UNKNOWN_FIGURE,
      maxSgeRead: known(30, MLX4_READ),
      maxMr: UNKNOWN_FIGURE,
      maxPagesPerMr: UNKNOWN_FIGURE,
    },
  }),
  nic({
    id: 'connectx4',
    title: 'Mellanox ConnectX-4 VPI',
    aliases: ['ConnectX-4', 'CX4'],
    note: 'One port, as InfiniBand.',
    deviceId: 0x1013,
    classCode: INFINIBAND,
    gts: 8,
  }),
  nic({
    id: 'connectx4lx',
    title: 'Mellanox ConnectX-4 Lx',
    aliases: ['ConnectX-4 Lx', 'CX4 Lx'],
    note: 'Two Ethernet ports of 25 Gb/s.',
    deviceId: 0x1015,
    gts: 8,
    width: 8,
    linkSource: CX4LX,
    portCount: 2,
    bars: known([pref64(0, 32 * MIB)], CX4LX),
    sriov: known({ totalVfs: 8, deviceId: 0x1016 }, CX4LX),
    plan: { acs: NO_BITS(CX4LX), ari: known(true, CX4LX), maxPayload: known(512, CX4LX) },
  }),
  nic({
    id: 'connectx5',
    title: 'Mellanox ConnectX-5 EN, two ports, x8',
    aliases: ['ConnectX-5', 'ConnectX-5 EN', 'CX5', 'CX512A'],
    note: 'Two Ethernet ports of 25 Gb/s (CX512A).',
    deviceId: 0x1017,
    gts: 8,
    bars: known([pref64(0, 32 * MIB)], BOOT_LOGS),
    width: 8,
    linkSource: CX5,
    portCount: 2,
    sriov: known({ totalVfs: 8, deviceId: 0x1018 }, CX5),
    plan: {
      acs: NO_BITS(CX5),
      ari: known(true, CX5),
      maxPayload: known(512, CX5),
      tags: known(256, CX5),
    },
  }),
  nic({
    id: 'connectx5ex',
    title: 'Mellanox ConnectX-5 Ex VPI',
    aliases: ['ConnectX-5 Ex', 'CX5 Ex'],
    note: 'One port of 100 Gb/s; the first with a link of 16 GT/s.',
    deviceId: 0x1019,
    classCode: INFINIBAND,
    gts: 16,
  }),
  nic({
    id: 'connectx6',
    title: 'Mellanox ConnectX-6 VPI',
    aliases: ['ConnectX-6', 'CX6'],
    note: 'One port of 200 Gb/s, as InfiniBand.',
    deviceId: 0x101b,
    classCode: INFINIBAND,
    gts: 16,
    bars: known([pref64(0, 32 * MIB)], BOOT_LOGS),
  }),
  nic({
    id: 'connectx6dx',
    title: 'Mellanox ConnectX-6 Dx',
    aliases: ['ConnectX-6 Dx', 'CX6 Dx'],
    note: 'Two Ethernet ports of 100 Gb/s.',
    deviceId: 0x101d,
    gts: 16,
    portCount: 2,
  }),
  nic({
    id: 'connectx7',
    title: 'NVIDIA ConnectX-7, two ports',
    aliases: ['ConnectX-7', 'CX7'],
    note: 'Two Ethernet ports; sixteen virtual functions each.',
    deviceId: 0x1021,
    gts: 32,
    linkSource: CX7,
    portCount: 2,
    bars: known([pref64(0, 32 * MIB)], CX7),
    sriov: known({ totalVfs: 16, deviceId: 0x101e }, CX7),
    plan: {
      acs: NO_BITS(CX7),
      ats: known(false, CX7),
      ari: known(true, CX7),
      maxPayload: known(512, CX7),
      tags: known(1024, CX7),
    },
  }),
  nic({
    id: 'connectx7-ib',
    title: 'NVIDIA ConnectX-7 InfiniBand, one port',
    aliases: ['ConnectX-7 IB', 'CX7 IB', 'mlx5'],
    note: 'One port of 400 Gb/s (NDR).',
    deviceId: 0x1021,
    classCode: INFINIBAND,
    gts: 32,
    bars: known([pref64(0, 32 * MIB)], CX7),
    plan: { tags: known(1024, CX7) },
  }),
  nic({
    id: 'connectx8',
    title: 'NVIDIA ConnectX-8 SuperNIC',
    aliases: ['ConnectX-8', 'CX8'],
    note: 'Has a Gen6 switch inside, which some boards use; here it is a plain endpoint.',
    deviceId: 0x1023,
    gts: 64,
  }),
  nic({
    id: 'bluefield2',
    title: 'NVIDIA BlueField-2 DPU',
    aliases: ['BlueField-2', 'BF2'],
    note: 'Two ports and the management function below a switch in the chip.',
    deviceId: 0xa2d6,
    gts: 16,
    portCount: 2,
    more: [management(0xc2d3)],
    onboardSwitch: { switch: 'on-bluefield2', ports: 1 },
  }),
  nic({
    id: 'bluefield3',
    title: 'NVIDIA BlueField-3 DPU',
    aliases: ['BlueField-3', 'BF3'],
    note: 'Two ports and the management function below a switch in the chip.',
    deviceId: 0xa2dc,
    gts: 32,
    portCount: 2,
    more: [management(0xc2d5)],
    onboardSwitch: { switch: 'on-bluefield3', ports: 1 },
  }),
];

import { device, functionPlan, KIB, mem64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, FunctionPlan, LinkPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  BOOT_LOGS,
  datasheet,
  listing,
  NVME_CLASS,
  NVME_DRIVER,
  SINGLE_FUNCTION_ACS,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const ONE_BAR: readonly BarPlan[] = [mem64(0, 16 * KIB)];
/** Listings of drives of nine makers show one BAR, of 16 or 32 KiB for the most part. */
const AS_OTHERS: Source = {
  title: 'Most NVMe drives show one BAR of 16 KiB; taken for this one, too',
  url: null,
  quality: 'convention',
};
const INTEL_LISTING = listing(
  'Intel PCIe Data Center SSD (0953)',
  'https://github.com/marcredhat/cmlgpu/blob/5cfddd5f1139cb109f355530081223d7ec878d28/lspci.txt',
);
const LINUX_PCI = (what: string): Source =>
  listing(`${what}, linux-pci mailing list`, 'https://lore.kernel.org/linux-pci/');
const NOLOAD: Source = {
  title: 'Linux, Documentation/driver-api/pci/p2pdma.rst and the lists: CMB of Eideticom’s cards',
  url: 'https://github.com/torvalds/linux/blob/master/Documentation/driver-api/pci/p2pdma.rst',
  quality: 'report',
};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  readonly ids: readonly [number, number];
  readonly gts: number;
  readonly width?: number;
  /** Where its registers were seen; `null`: they were not. */
  readonly seen: Source | null;
  /** Size of its only BAR as boot logs show it, in KiB. */
  readonly logged?: number;
  readonly maxPayload?: number;
  readonly tags?: number;
  readonly ari?: boolean;
  readonly plan?: Partial<FunctionPlan>;
}

function nvme(row: Row): DevicePart {
  const { seen, width = 4, logged } = row;
  const link: Figure<LinkPlan> = known({ gts: row.gts, width }, seen ?? datasheet(row.title));
  const from = <T>(value: T | undefined): Figure<T> =>
    value === undefined || seen === null ? UNKNOWN_FIGURE : known(value, seen);
  return device('nvme', {
    id: row.id,
    title: row.title,
    aliases: row.aliases ?? [],
    note: row.note,
    link,
    functions: [
      functionPlan('drive', {
        pciId: known(pciIdOf(...row.ids), PCI_IDS),
        classCode: known(0x010802, NVME_CLASS),
        bars:
          logged === undefined
            ? known(ONE_BAR, seen ?? AS_OTHERS)
            : known([mem64(0, logged * KIB)], BOOT_LOGS),
        acs: known(null, seen ?? SINGLE_FUNCTION_ACS),
        ats: known(false, seen ?? TAKEN_AS_ABSENT),
        ari: from(row.ari),
        sriov: seen === null ? UNKNOWN_FIGURE : known(null, seen),
        driver: known('nvme', NVME_DRIVER),
        dma: known({ maskBits: 64, maxSegment: 0xffff_ffff }, NVME_DRIVER),
        p2pMemory: noMemory(seen, logged),
        maxPayload: from(row.maxPayload),
        tags: from(row.tags),
        ...row.plan,
      }),
    ],
  });
}

/** Where the only BAR has room for registers alone, there is no memory for peers. */
function noMemory(seen: Source | null, logged: number | undefined): FunctionPlan['p2pMemory'] {
  if (seen !== null) return known(null, seen);
  return logged !== undefined && logged <= 32 ? known(null, BOOT_LOGS) : UNKNOWN_FIGURE;
}

const SMALL_BAR = 'Its only BAR holds registers: no memory for peers.';
const NO_LISTING = 'Whether it has memory for peers was not found; hardly any drive has.';

/** Drives, by maker and age. Controller memory buffers are rare: say `cmb=` where there is one. */
export const NVME_DRIVES: readonly DevicePart[] = [
  nvme({
    id: 'p3700',
    title: 'Intel SSD DC P3700',
    aliases: ['P3700', 'P3600', 'P3500'],
    note: 'The first generation; no BAR for memory of its own.',
    ids: [0x8086, 0x0953],
    gts: 8,
    seen: INTEL_LISTING,
    maxPayload: 256,
    tags: 256,
    ari: true,
  }),
  nvme({
    id: 'p4510',
    title: 'Intel SSD DC P4510',
    aliases: ['P4510', 'P4610', 'P4600'],
    note: SMALL_BAR,
    ids: [0x8086, 0x0a54],
    gts: 8,
    seen: null,
    logged: 16,
  }),
  nvme({
    id: 'p4800x',
    title: 'Intel Optane SSD DC P4800X',
    aliases: ['P4800X', 'Optane'],
    note: NO_LISTING,
    ids: [0x8086, 0x2701],
    gts: 8,
    seen: null,
  }),
  nvme({
    id: 'p5800x',
    title: 'Intel Optane SSD P5800X',
    aliases: ['P5800X'],
    note: NO_LISTING,
    ids: [0x8086, 0x4140],
    gts: 16,
    seen: null,
  }),
  nvme({
    id: 'd7-p5510',
    title: 'Solidigm D7-P5510',
    aliases: ['P5510', 'P5520', 'D7'],
    note: NO_LISTING,
    ids: [0x025e, 0x0b60],
    gts: 16,
    seen: null,
  }),
  nvme({
    id: 'pm983',
    title: 'Samsung PM983',
    aliases: ['SM981', 'PM981'],
    note: 'One BAR of 16 KiB: no memory for peers.',
    ids: [0x144d, 0xa808],
    gts: 8,
    seen: LINUX_PCI('Samsung SM981/PM981/PM983'),
  }),
  nvme({
    id: 'pm9a3',
    title: 'Samsung PM9A3',
    aliases: ['PM9A1', '980 PRO'],
    note: SMALL_BAR,
    ids: [0x144d, 0xa80a],
    gts: 16,
    seen: null,
    logged: 16,
  }),
  nvme({
    id: 'pm1725',
    title: 'Samsung PM1725a',
    aliases: ['PM1725'],
    note: `A card of eight lanes. ${SMALL_BAR}`,
    ids: [0x144d, 0xa822],
    gts: 8,
    width: 8,
    seen: null,
    logged: 16,
  }),
  nvme({
    id: 'pm1733',
    title: 'Samsung PM1733',
    aliases: ['PM1735'],
    note: SMALL_BAR,
    ids: [0x144d, 0xa824],
    gts: 16,
    seen: null,
    logged: 32,
  }),
  nvme({
    id: 'pm1743',
    title: 'Samsung PM1743',
    note: SMALL_BAR,
    ids: [0x144d, 0xa826],
    gts: 32,
    seen: null,
    logged: 32,
  }),
  nvme({
    id: 'micron9300',
    title: 'Micron 9300 PRO',
    aliases: ['Micron 9300'],
    note: SMALL_BAR,
    ids: [0x1344, 0x51b1],
    gts: 8,
    seen: null,
    logged: 16,
  }),
  nvme({
    id: 'micron7450',
    title: 'Micron 7450 PRO',
    aliases: ['Micron 7450'],
    note: NO_LISTING,
    ids: [0x1344, 0x51c3],
    gts: 16,
    seen: null,
    logged: 256,
  }),
  nvme({
    id: 'cm6',
    title: 'KIOXIA CM6',
    aliases: ['CD6'],
    note: SMALL_BAR,
    ids: [0x1e0f, 0x0007],
    gts: 16,
    seen: null,
    logged: 32,
  }),
  nvme({
    id: 'cm7',
    title: 'KIOXIA CM7',
    note: NO_LISTING,
    ids: [0x1e0f, 0x0013],
    gts: 32,
    seen: null,
  }),
  nvme({
    id: 'bg4',
    title: 'KIOXIA BG4',
    note: 'A small drive without memory of its own.',
    ids: [0x1e0f, 0x0001],
    gts: 8,
    seen: LINUX_PCI('KIOXIA BG4'),
    maxPayload: 256,
    tags: 32,
    ari: false,
  }),
  nvme({
    id: 'sn840',
    title: 'Western Digital Ultrastar DC SN840',
    aliases: ['SN840'],
    note: NO_LISTING,
    ids: [0x1b96, 0x2300],
    gts: 8,
    seen: null,
  }),
  nvme({
    id: 'noload',
    title: 'Eideticom NoLoad',
    aliases: ['NoLoad'],
    note: 'An accelerator that speaks NVMe and has a memory buffer for peers. Its size is that of the build: say `cmb=`.',
    ids: [0x1de5, 0x2000],
    gts: 8,
    seen: null,
    plan: { bars: UNKNOWN_FIGURE, classCode: known(0x010802, NOLOAD) },
  }),
  nvme({
    id: 'rms200',
    title: 'Radian RMS-200',
    note: 'Battery-backed memory that speaks NVMe. How much of it peers may use was not found.',
    ids: [0x1cc7, 0x0200],
    gts: 8,
    width: 8,
    seen: null,
    plan: { bars: UNKNOWN_FIGURE },
  }),
];

/** Carriers: the same drive below each port of a switch on the card. */
export const NVME_CARRIERS: readonly DevicePart[] = [
  device('nvme', {
    id: 'm2carrier4',
    title: 'M.2 carrier with a PEX 8747, four drives',
    aliases: ['M.2 carrier'],
    note: 'A card of sixteen lanes for slots that cannot be divided: a switch and four drives.',
    link: known({ gts: 8, width: 4 }, datasheet('PLX PEX 8747: 48 lanes over five ports')),
    functions: [
      functionPlan('drive', {
        pciId: known(pciIdOf(0x144d, 0xa808), PCI_IDS),
        classCode: known(0x010802, NVME_CLASS),
        bars: known(ONE_BAR, AS_OTHERS),
        acs: known(null, SINGLE_FUNCTION_ACS),
        ats: known(false, TAKEN_AS_ABSENT),
        ari: known(false, TAKEN_AS_ABSENT),
        sriov: known(null, TAKEN_AS_ABSENT),
        driver: known('nvme', NVME_DRIVER),
        dma: known({ maskBits: 64, maxSegment: 0xffff_ffff }, NVME_DRIVER),
        p2pMemory: known(null, AS_OTHERS),
      }),
    ],
    onboardSwitch: { switch: 'pex8747', ports: 4 },
  }),
];

import { device, functionPlan, GIB, KIB, MIB, mem32, ports, pref64, sizes } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  BOOT_LOGS,
  datasheet,
  LISTED_CLASS,
  listing,
  report,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const ATI = 0x1002;
const id = (deviceId: number) => known(pciIdOf(ATI, deviceId), PCI_IDS);

const VGA = 0x030000;
const DISPLAY = 0x038000;
const ACCELERATOR = 0x120000;

const NAVI = listing(
  'a Radeon of the Navi 2x family, amd-gfx mailing list, 2022',
  'https://lore.kernel.org/amd-gfx/',
);
const REBAR_6900 = report(
  'lspci of an RX 6900 XT with resized BARs, amd-gfx mailing list',
  'https://lore.kernel.org/amd-gfx/',
);
const MI50 = report('Boot log of two MI50 with 32 GB, with and without resized BAR', null);
const MI100 = report(
  'lspci of four Instinct MI100: region 0 of 32 GiB, ROCm issue 2927',
  'https://github.com/ROCm/legacy-rocm-build/issues/2927',
);
const MI300_VF = report('lspci of Instinct MI300X with a virtual function 74b5', null);
const VEGA_ATS = report(
  'lspci -vv of AMD GPUs from Vega on: ATS and resizable BAR',
  'https://github.com/robertrosenbusch/gfx803_rocm/issues/6',
);
const DRIVER: Source = {
  title: 'Linux, drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c: its list of ids',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c',
  quality: 'kernel',
};

const GFX9: Source = {
  title: 'Linux, amdgpu/gmc_v9_0.c: 44 address bits, 48 from MI200 on; segments up to 4 GiB',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/gpu/drm/amd/amdgpu/gmc_v9_0.c',
  quality: 'kernel',
};
const BITS_44 = known({ maskBits: 44, maxSegment: 0xffff_ffff }, GFX9);
const BITS_48 = known({ maskBits: 48, maxSegment: 0xffff_ffff }, GFX9);

/** Memory, doorbells, I/O ports, registers. */
function bars(memory: BarPlan, doorbells: BarPlan, registers: number): readonly BarPlan[] {
  return [memory, doorbells, ports(4, 256), mem32(5, registers)];
}

const COMMON: Partial<FunctionPlan> = {
  type: 'legacy-endpoint',
  acs: known(null, TAKEN_AS_ABSENT),
  ats: UNKNOWN_FIGURE,
  sriov: known(null, TAKEN_AS_ABSENT),
  driver: known('amdgpu', DRIVER),
  p2pMemory: UNKNOWN_FIGURE,
  maxPayload: known(256, NAVI),
};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly note: string;
  readonly deviceId: number;
  readonly classCode: number;
  readonly link: DevicePart['link'];
  readonly bars: Figure<readonly BarPlan[]>;
  readonly carried: string;
  readonly plan?: Partial<FunctionPlan>;
  readonly more?: readonly FunctionPlan[];
}

function gpu(row: Row): DevicePart {
  return device('gpu', {
    id: row.id,
    title: row.title,
    aliases: row.aliases,
    note: row.note,
    link: row.link,
    functions: [
      functionPlan('graphics', {
        ...COMMON,
        pciId: id(row.deviceId),
        classCode: known(row.classCode, LISTED_CLASS),
        bars: row.bars,
        ...row.plan,
      }),
      ...(row.more ?? []),
    ],
    onboardSwitch: { switch: row.carried, ports: 1 },
  });
}

/** Functions of the Navi family have an ACS capability without a bit in it. */
const NAVI_ACS = known({ capability: 0, control: 0 }, NAVI);

const audio = (deviceId: Figure<ReturnType<typeof pciIdOf>>): FunctionPlan =>
  functionPlan('audio', {
    ...COMMON,
    number: 1,
    pciId: deviceId,
    classCode: known(0x040300, LISTED_CLASS),
    bars: known([mem32(0, 16 * KIB)], NAVI),
    acs: NAVI_ACS,
    ats: known(false, NAVI),
    driver: known('snd_hda_intel', NAVI),
    p2pMemory: known(null, TAKEN_AS_ABSENT),
  });

const gen = (gts: number, title: string) => known({ gts, width: 16 }, datasheet(title));
const RESIZE = (to: number) => sizes(256 * MIB, to);

const MI200_BARS = known(bars(pref64(0, 64 * GIB), pref64(2, 2 * MIB), 512 * KIB), {
  ...BOOT_LOGS,
  title: 'Boot log of an MI210 on the amd-gfx list; registers as Vega has them',
});

/** AMD's GPUs, by age. Since Vega each sits below a switch of its own on the card. */
export const AMD_GPUS: readonly DevicePart[] = [
  gpu({
    id: 'mi50',
    title: 'AMD Radeon Instinct MI50 32GB',
    aliases: ['MI50', 'MI60'],
    note: 'Vega 20. The BAR can take in all memory. MI60 shows the same ids.',
    deviceId: 0x66a1,
    classCode: DISPLAY,
    link: gen(16, 'AMD Radeon Instinct MI50'),
    bars: known(bars(pref64(0, 32 * GIB, RESIZE(32 * GIB)), pref64(2, 2 * MIB), 512 * KIB), MI50),
    carried: 'on-vega20',
    plan: { ats: known(true, VEGA_ATS), dma: BITS_44 },
  }),
  gpu({
    id: 'radeonvii',
    title: 'AMD Radeon VII',
    aliases: ['Radeon VII'],
    note: 'Vega 20 for consumers. Size of the memory BAR: not found in a listing.',
    deviceId: 0x66af,
    classCode: VGA,
    link: gen(8, 'AMD Radeon VII'),
    bars: UNKNOWN_FIGURE,
    carried: 'on-vega20',
    plan: { ats: known(true, VEGA_ATS), dma: BITS_44 },
    more: [audio(id(0xab20))],
  }),
  gpu({
    id: 'mi100',
    title: 'AMD Instinct MI100',
    aliases: ['MI100'],
    note: 'Arcturus; all 32 GB behind its BAR.',
    deviceId: 0x738c,
    classCode: DISPLAY,
    link: gen(16, 'AMD Instinct MI100'),
    bars: known(bars(pref64(0, 32 * GIB), pref64(2, 2 * MIB), 512 * KIB), {
      ...MI100,
      title: `${MI100.title}; the others as Vega has them`,
    }),
    carried: 'on-vega20',
    plan: { dma: BITS_44 },
  }),
  gpu({
    id: 'mi210',
    title: 'AMD Instinct MI210',
    aliases: ['MI210'],
    note: 'Aldebaran as a card; all 64 GB behind its BAR.',
    deviceId: 0x740f,
    classCode: DISPLAY,
    link: gen(16, 'AMD Instinct MI210'),
    bars: MI200_BARS,
    carried: 'on-mi200',
    plan: { type: 'endpoint', dma: BITS_48 },
  }),
  gpu({
    id: 'mi250',
    title: 'AMD Instinct MI250',
    aliases: ['MI250', 'MI250X'],
    note: 'One of the two GPUs of a module; all its 64 GB behind its BAR.',
    deviceId: 0x740c,
    classCode: DISPLAY,
    link: gen(16, 'AMD Instinct MI250'),
    bars: MI200_BARS,
    carried: 'on-mi200',
    plan: { type: 'endpoint', dma: BITS_48 },
  }),
  gpu({
    id: 'rx6900xt',
    title: 'AMD Radeon RX 6900 XT',
    aliases: ['RX 6900 XT', 'RX 6800 XT', 'RX 6800'],
    note: 'Navi 21. Starts with a BAR of 256 MiB, which can take in all 16 GB.',
    deviceId: 0x73bf,
    classCode: VGA,
    link: known({ gts: 16, width: 16 }, NAVI),
    bars: known(
      bars(
        pref64(0, 256 * MIB, RESIZE(16 * GIB)),
        pref64(2, 2 * MIB, sizes(2 * MIB, 256 * MIB)),
        MIB,
      ),
      REBAR_6900,
    ),
    carried: 'on-navi',
    plan: {
      acs: NAVI_ACS,
      ats: known(false, NAVI),
      tags: known(1024, NAVI),
    },
    more: [audio(id(0xab28))],
  }),
  gpu({
    id: 'rx7900xtx',
    title: 'AMD Radeon RX 7900 XTX',
    aliases: ['RX 7900 XTX', 'RX 7900 XT'],
    note: 'Navi 31. Starts with a BAR of 256 MiB, which can take in all its memory.',
    deviceId: 0x744c,
    classCode: VGA,
    link: gen(16, 'AMD Radeon RX 7900 XTX'),
    bars: known(
      bars(
        pref64(0, 256 * MIB, RESIZE(32 * GIB)),
        pref64(2, 2 * MIB, sizes(2 * MIB, 256 * MIB)),
        MIB,
      ),
      BOOT_LOGS,
    ),
    carried: 'on-navi',
    plan: { acs: NAVI_ACS },
    more: [
      audio(
        known(
          pciIdOf(ATI, 0xab30),
          report('lspci -Dnn of an RX 7900 XTX in a guide on resetting it', null),
        ),
      ),
    ],
  }),
  gpu({
    id: 'mi300x',
    title: 'AMD Instinct MI300X',
    aliases: ['MI300X'],
    note: 'A module with xGMI besides PCIe. All 192 GB behind a BAR of 256 GiB.',
    deviceId: 0x74a1,
    classCode: ACCELERATOR,
    link: gen(32, 'AMD Instinct MI300X'),
    bars: known(bars(pref64(0, 256 * GIB), pref64(2, 2 * MIB), 512 * KIB), {
      ...BOOT_LOGS,
      title: 'amdgpu’s log on the amd-gfx list: 192 GB behind 256 GiB; the others as Vega has them',
    }),
    carried: 'on-mi300',
    plan: {
      pciId: known(pciIdOf(ATI, 0x74a1), MI300_VF),
      dma: BITS_48,
      sriov: UNKNOWN_FIGURE,
    },
  }),
];

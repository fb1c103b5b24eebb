import { device, functionPlan, GIB, MIB, mem64, pref64, sizes } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  datasheet,
  LISTED_CLASS,
  NO_MEMORY_OFFERED,
  report,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const INTEL = 0x8086;
const id = (deviceId: number) => known(pciIdOf(INTEL, deviceId), PCI_IDS);

const VGA = 0x030000;
const DISPLAY = 0x038000;

const A770 = report('lspci of an Arc A770: regions of 16 MiB and 16 GiB', null);
const A750 = report(
  'lspci -vvv of an Arc A750: BAR 2 from 256 MiB up, ReBarUEFI issue 11',
  'https://github.com/xCuri0/ReBarUEFI/issues/11',
);
const B60_IDS = report('Tables of ids and memory of Intel Arc cards', null);
const B70 = report('Home server notes: lspci of an Arc Pro B70 and its siblings', null);
const B60_BARS = report(
  'lspci -vvvv of Battlemage with a BAR of 32 GiB, ReBarUEFI issue 384',
  'https://github.com/xCuri0/ReBarUEFI/issues/384',
);
const B580 = report(
  'lspci -v of an Arc B580: ARI and ATS, linux-pci mailing list',
  'https://lore.kernel.org/linux-pci/',
);
const FLEX = report(
  'Linux bug report on resources of a Flex 170 with 31 virtual functions, linux-pci mailing list',
  'https://lore.kernel.org/linux-pci/',
);
/** What the kernel's driver tells of itself. */
const XE: Source = {
  title: 'Linux, drivers/gpu/drm/xe: drives Battlemage; 46 address bits, segments up to 4 GiB',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/gpu/drm/xe/xe_pci.c',
  quality: 'kernel',
};
const I915: Source = {
  title: 'Linux, drivers/gpu/drm/i915: drives DG2 with 46 address bits and segments up to 4 GiB',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/gpu/drm/i915/i915_pci.c',
  quality: 'kernel',
};
const LINKS_AS_UPSTREAM =
  'Functions and inner ports report a link of 2.5 GT/s x1, which says nothing: the card’s link counts.';

const COMMON: Partial<FunctionPlan> = {
  acs: known(null, TAKEN_AS_ABSENT),
  ats: known(false, TAKEN_AS_ABSENT),
  sriov: known(null, TAKEN_AS_ABSENT),
  p2pMemory: known(null, NO_MEMORY_OFFERED),
};

function audio(pciId: FunctionPlan['pciId']): FunctionPlan {
  return functionPlan('audio', {
    ...COMMON,
    pciId,
    classCode: known(0x040300, LISTED_CLASS),
    bars: UNKNOWN_FIGURE,
    driver: known('snd_hda_intel', LISTED_CLASS),
  });
}

const graphics = (
  pciId: FunctionPlan['pciId'],
  classCode: number,
  bars: Figure<readonly BarPlan[]>,
  plan: Partial<FunctionPlan>,
): FunctionPlan =>
  functionPlan('graphics', {
    ...COMMON,
    pciId,
    classCode: known(classCode, LISTED_CLASS),
    bars,
    ...plan,
  });

/** Two ports on the card: graphics below the first, sound below the second. */
const ARC_B: DevicePart['onboardSwitch'] = {
  switch: 'on-battlemage',
  ports: 2,
  spread: true,
  portIds: [known(pciIdOf(INTEL, 0xe2f0), B70), known(pciIdOf(INTEL, 0xe2f1), B70)],
};
const BATTLEMAGE_AUDIO = audio(known(pciIdOf(INTEL, 0xe2f7), B70));
const BATTLEMAGE: Partial<FunctionPlan> = {
  ats: known(true, B580),
  ari: known(true, B580),
  sriov: UNKNOWN_FIGURE,
  driver: known('xe', XE),
  dma: known({ maskBits: 46, maxSegment: 0xffff_ffff }, XE),
  maxPayload: known(256, B60_BARS),
};

/** Intel's discrete GPUs, by age. */
export const INTEL_GPUS: readonly DevicePart[] = [
  device('gpu', {
    id: 'arca770',
    title: 'Intel Arc A770',
    aliases: ['A770', 'Arc A770'],
    note: `Graphics and sound below two ports on the card. ${LINKS_AS_UPSTREAM}`,
    link: known({ gts: 16, width: 16 }, datasheet('Intel Arc A770')),
    functions: [
      graphics(
        id(0x56a0),
        VGA,
        known([mem64(0, 16 * MIB), pref64(2, 16 * GIB, sizes(256 * MIB, 16 * GIB))], {
          ...A770,
          title: `${A770.title}; resizable as the A750’s (${A750.title})`,
        }),
        {
          driver: known('i915', I915),
          dma: known({ maskBits: 46, maxSegment: 0xffff_ffff }, I915),
        },
      ),
      audio(id(0x4f90)),
    ],
    onboardSwitch: { switch: 'on-dg2', ports: 2, spread: true },
  }),
  device('gpu', {
    id: 'flex170',
    title: 'Intel Data Center GPU Flex 170',
    aliases: ['Flex 170'],
    note: 'Up to 31 virtual functions, of which each has 8 GiB of BAR.',
    link: known({ gts: 16, width: 16 }, datasheet('Intel Data Center GPU Flex 170')),
    functions: [
      graphics(id(0x56c0), DISPLAY, known([pref64(0, 16 * MIB), pref64(2, 16 * GIB)], FLEX), {
        driver: known('i915', I915),
        dma: known({ maskBits: 46, maxSegment: 0xffff_ffff }, I915),
        sriov: UNKNOWN_FIGURE,
      }),
    ],
    onboardSwitch: { switch: 'on-dg2', ports: 1 },
  }),
  device('gpu', {
    id: 'max1550',
    title: 'Intel Data Center GPU Max 1550',
    aliases: ['Max 1550'],
    note: 'Ponte Vecchio as a module. Sizes of its BARs: not found in a listing.',
    link: known({ gts: 32, width: 16 }, datasheet('Intel Data Center GPU Max 1550')),
    functions: [
      graphics(id(0x0bd5), DISPLAY, UNKNOWN_FIGURE, {
        driver: UNKNOWN_FIGURE,
        sriov: UNKNOWN_FIGURE,
      }),
    ],
  }),
  device('gpu', {
    id: 'arcprob60',
    title: 'Intel Arc Pro B60',
    aliases: ['Arc Pro B60', 'B60'],
    note: `24 GB. Graphics and sound below two ports on the card. ${LINKS_AS_UPSTREAM}`,
    link: known({ gts: 32, width: 8 }, datasheet('Intel Arc Pro B60')),
    functions: [
      graphics(
        known(pciIdOf(INTEL, 0xe211), B60_IDS),
        VGA,
        known([pref64(0, 16 * MIB), pref64(2, 32 * GIB, sizes(256 * MIB, 32 * GIB))], B60_BARS),
        BATTLEMAGE,
      ),
      BATTLEMAGE_AUDIO,
    ],
    onboardSwitch: ARC_B,
  }),
  device('gpu', {
    id: 'arcprob70',
    title: 'Intel Arc Pro B70',
    aliases: ['Arc Pro B70', 'B70'],
    note: `32 GB. Graphics and sound below two ports on the card. ${LINKS_AS_UPSTREAM}`,
    link: known({ gts: 32, width: 16 }, datasheet('Intel Arc Pro B70')),
    functions: [
      graphics(
        known(pciIdOf(INTEL, 0xe223), B70),
        VGA,
        known([pref64(0, 16 * MIB), pref64(2, 32 * GIB, sizes(256 * MIB, 32 * GIB))], B70),
        BATTLEMAGE,
      ),
      BATTLEMAGE_AUDIO,
    ],
    onboardSwitch: ARC_B,
  }),
];

import { device, functionPlan, KIB, MIB, mem32, ports, pref64, sizes } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, FunctionPlan, SriovPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import { datasheet, LISTED_CLASS, NO_MEMORY_OFFERED, TAKEN_AS_ABSENT } from './sourcesDevices.ts';
import { ALL_LISTINGS, DRIVER } from './sourcesNvidia.ts';

export const NVIDIA = 0x10de;
/** An id that the list knows. */
export const nvidiaId = (deviceId: number): FunctionPlan['pciId'] =>
  known(pciIdOf(NVIDIA, deviceId), PCI_IDS);

/** Consumer and workstation boards show themselves as VGA and carry legacy I/O ports. */
const VGA = 0x030000;
const COMPUTE = 0x030200;

const COMMON: Partial<FunctionPlan> = {
  acs: known(null, ALL_LISTINGS),
  ats: known(false, ALL_LISTINGS),
  ari: known(false, ALL_LISTINGS),
  sriov: known(null, TAKEN_AS_ABSENT),
  driver: known('nvidia', DRIVER),
  dma: UNKNOWN_FIGURE,
  p2pMemory: known(null, NO_MEMORY_OFFERED),
  maxPayload: known(256, ALL_LISTINGS),
};

/** Registers, memory, an inner window; I/O ports only where it can be a VGA. */
export function nvidiaBars(memory: BarPlan, isVga: boolean): readonly BarPlan[] {
  const own = [mem32(0, 16 * MIB), memory, pref64(3, 32 * MIB)];
  return isVga ? [...own, ports(5, 128)] : own;
}

/** The BAR that shows the memory; `from` and `to` where it can be resized. */
export const memoryBar = (size: number, from: number | null = null, to = size): BarPlan =>
  pref64(1, size, from === null ? null : sizes(from, to));

/** What a row of the table says. */
interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  readonly pciId: FunctionPlan['pciId'];
  readonly isVga?: true;
  /** Rate per lane; all have sixteen lanes. */
  readonly gts: number;
  readonly linkSource?: Source;
  readonly bars: FunctionPlan['bars'];
  readonly sriov?: Figure<SriovPlan | null>;
  readonly tags?: Figure<number>;
  readonly plan?: Partial<FunctionPlan>;
  /** Device id of the HDMI audio function; with its source where the list does not know it. */
  readonly audio?: number | FunctionPlan['pciId'];
  readonly onboardSwitch?: DevicePart['onboardSwitch'];
  readonly width?: Figure<{ readonly gts: number; readonly width: number }>;
}

/** One of NVIDIA's GPUs, with its audio function and the switch on its card. */
export function nvidiaGpu(row: Row): DevicePart {
  const { isVga = false, audio } = row;
  const graphics = functionPlan(isVga ? 'graphics' : 'compute', {
    ...COMMON,
    type: isVga ? 'legacy-endpoint' : 'endpoint',
    pciId: row.pciId,
    classCode: known(isVga ? VGA : COMPUTE, LISTED_CLASS),
    bars: row.bars,
    ...(row.sriov === undefined ? {} : { sriov: row.sriov, ari: UNKNOWN_FIGURE }),
    ...(row.tags === undefined ? {} : { tags: row.tags }),
    ...row.plan,
  });
  const sound =
    audio === undefined
      ? []
      : [
          functionPlan('audio', {
            ...COMMON,
            number: 1,
            pciId: typeof audio === 'number' ? nvidiaId(audio) : audio,
            classCode: known(0x040300, LISTED_CLASS),
            bars: known([mem32(0, 16 * KIB)], ALL_LISTINGS),
            driver: known('snd_hda_intel', LISTED_CLASS),
          }),
        ];
  return device('gpu', {
    id: row.id,
    title: row.title,
    aliases: row.aliases ?? [],
    note: row.note,
    link: row.width ?? known({ gts: row.gts, width: 16 }, row.linkSource ?? datasheet(row.title)),
    functions: [graphics, ...sound],
    onboardSwitch: row.onboardSwitch ?? null,
  });
}

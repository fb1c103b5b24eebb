import type { IommuHardware } from '../../../model/settings.ts';
import type { KernelFeatures } from '../features.ts';
import type { CmdlineWord } from './cmdlineWords.ts';
import { IOMMU_PARAMETERS, iommuWords } from './iommuWords.ts';
import { kernelBoolean } from './kernelBoolean.ts';
import type { CmdlineSpan } from './parameterTypes.ts';
import { splitSpan } from './spans.ts';

/** What a part of the command line asks of the IOMMU; `on` only takes back an `off`. */
export type IommuWish = 'off' | 'on' | 'identity' | 'translated' | 'at-once' | 'batched';

/** A word between commas, or the value of a switch, and what it asks for. */
export interface WishedSpan extends CmdlineSpan {
  /** `null`: nothing that makes a mode. */
  readonly wish: IommuWish | null;
}

/** Words of each parameter, as understood by Linux: see `iommuMode()`, which has the sources. */
const WISHES: Readonly<Record<string, IommuWish>> = {
  'iommu off': 'off',
  'iommu soft': 'off',
  'iommu pt': 'identity',
  'iommu nopt': 'translated',
  'intel_iommu off': 'off',
  'intel_iommu on': 'on',
  'intel_iommu strict': 'at-once',
  'amd_iommu off': 'off',
  'amd_iommu fullflush': 'at-once',
  'iommu.passthrough true': 'identity',
  'iommu.passthrough false': 'translated',
  'iommu.strict true': 'at-once',
  'iommu.strict false': 'batched',
};

/**
 * The parts of one parameter, and what each asks of this hardware. `iommu.strict=` counts as a wish
 * also where VT-d and AMD-Vi do not go by it yet: whoever reads the line takes it for one.
 */
export function iommuWishes(
  { name, value }: CmdlineWord,
  hardware: IommuHardware,
  features: KernelFeatures,
): readonly WishedSpan[] {
  if (value === null) return [];
  const parameter = parameterOf(name);
  const wordsOf = IOMMU_PARAMETERS.find((each) => each === parameter);
  if (wordsOf === undefined) {
    return [{ ...value, wish: WISHES[`${parameter} ${kernelBoolean(value.text)}`] ?? null }];
  }
  let isRead = true;
  return splitSpan(value, ',').map((piece) => {
    const word = isRead ? iommuWords(wordsOf, piece).words[0] : undefined;
    if (parameter === 'iommu' && word === 'usedac') isRead = false;
    const wish = WISHES[`${parameter} ${word}`] ?? null;
    const isHeard = wish !== null && hears(hardware, parameter, wish);
    const isOther = word === 'soft' && !features.softEndsSearch;
    return { ...piece, wish: isHeard && !isOther ? wish : null };
  });
}

/** The kernel takes `-` for `_` in names. */
export function parameterOf(name: string): string {
  return name.replaceAll('-', '_');
}

/** Whether what runs this hardware goes by a word of `iommu=`, `intel_iommu=` or `amd_iommu=`. */
function hears(hardware: IommuHardware, parameter: string, wish: IommuWish): boolean {
  if (parameter !== 'iommu') return parameter === `${hardware}_iommu`;
  if (hardware === 'intel' || hardware === 'amd') return true;
  return hardware === 'virtio' && wish !== 'off';
}

import type { ConditionRequest } from '../../../engine/kernel/conditions.ts';
import { ERAS, type Era } from '../../../engine/kernel/eras.ts';
import type { MappingOptions } from '../../../engine/mapping/mappingOptions.ts';
import { USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { IommuHardware, IommuMode } from '../../../model/settings.ts';
import type { MappedBeside } from '../../../store/mappingView.ts';
import { IOMMU_MODE_WORDS } from '../../words/conditionWords.ts';
import { unusualWords } from '../options/optionWords.ts';

/** What is to be other than in the document; `null`: the same. */
export interface BesideChoice {
  readonly kernel: Era | null;
  readonly mode: IommuMode | null;
  readonly options: MappingOptions;
}

/** The choice as a question's conditions, and what it is called. */
export function besideOf(choice: BesideChoice, conditions: Conditions | null): MappedBeside {
  const { kernel, mode, options } = choice;
  const hardware = mode === null || mode === 'off' ? null : hardwareFor(conditions);
  const asked: Partial<ConditionRequest> = {
    ...(kernel && { kernel }),
    ...(mode && { iommuMode: mode }),
    ...(hardware && { iommu: hardware }),
  };
  const words = [
    ...(kernel ? [kernel.title] : []),
    ...(mode ? [`IOMMU ${IOMMU_MODE_WORDS[mode]}`] : []),
    ...(options.fidelity === 'intended' ? ['as intended'] : []),
    ...unusualWords(options, USUAL_MAPPING),
  ];
  return { title: words.join(', ') || 'the same', conditions: asked, options };
}

/** What was chosen, read back from the view. */
export function choiceOf(beside: MappedBeside): BesideChoice {
  const { kernel = null, iommuMode: mode = null } = beside.conditions;
  return { kernel, mode, options: beside.options };
}

/** A machine without an IOMMU is given that of its CPU: a mode needs one to be of. */
function hardwareFor(conditions: Conditions | null): IommuHardware | null {
  if (conditions?.iommu.value.hardware !== 'none') return null;
  const cpu = conditions.cpu.value;
  if (cpu.arch === 'arm64') return 'smmu';
  return cpu.vendor === 'AuthenticAMD' ? 'amd' : 'intel';
}

/** Questions that are asked most, for a first look. */
export function usualChoices(options: MappingOptions): readonly BesideChoice[] {
  const same = { kernel: null, mode: null, options };
  const kernel = (id: string) => ERAS.find((era) => era.id === id) ?? null;
  return [
    { ...same, mode: 'off' },
    { ...same, mode: 'strict' },
    { ...same, kernel: kernel('5.10') },
    { ...same, kernel: kernel('6.18') },
  ];
}

import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import type { ConditionRequest } from '../../../engine/kernel/conditions.ts';
import { ERAS, type Era } from '../../../engine/kernel/eras.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { IommuHardware, IommuMode } from '../../../model/settings.ts';
import type { FlowsBeside } from '../../../store/flowsView.ts';
import { IOMMU_MODE_WORDS } from '../../words/conditionWords.ts';
import { optionWords } from '../chart/optionWords.ts';

/** What is to be other than in the document; `null`: the same. */
export interface FlowsChoice {
  readonly kernel: Era | null;
  readonly mode: IommuMode | null;
  readonly options: ThroughputOptions;
}

/** The choice as a question, and what it is called: by what is other than `here`. */
export function flowsBeside(
  { kernel, mode, options }: FlowsChoice,
  here: ThroughputOptions,
  conditions: Conditions | null,
): FlowsBeside {
  const hardware = mode === null || mode === 'off' ? null : hardwareFor(conditions);
  const asked: Partial<ConditionRequest> = {
    ...(kernel && { kernel }),
    ...(mode && { iommuMode: mode }),
    ...(hardware && { iommu: hardware }),
  };
  const names = Object.keys(options) as readonly (keyof ThroughputOptions)[];
  const words = [
    ...(kernel ? [kernel.title] : []),
    ...(mode ? [`IOMMU ${IOMMU_MODE_WORDS[mode]}`] : []),
    ...names
      .filter((name) => options[name] !== here[name])
      .map((name) => optionWords(name, options)),
  ];
  return { title: words.join(', ') || 'the same', conditions: asked, options };
}

/** What was chosen, read back from the view. */
export function choiceOf({ conditions, options }: FlowsBeside): FlowsChoice {
  const { kernel = null, iommuMode: mode = null } = conditions;
  return { kernel, mode, options };
}

/** A machine without an IOMMU is given that of its CPU: a mode needs one to be of. */
function hardwareFor(conditions: Conditions | null): IommuHardware | null {
  if (conditions?.iommu.value.hardware !== 'none') return null;
  const cpu = conditions.cpu.value;
  if (cpu.arch === 'arm64') return 'smmu';
  return cpu.vendor === 'AuthenticAMD' ? 'amd' : 'intel';
}

/** Questions that are asked most, for a first look. */
export function usualBesides(options: ThroughputOptions): readonly FlowsChoice[] {
  const same: FlowsChoice = { kernel: null, mode: null, options };
  const turned = (change: Partial<ThroughputOptions>): FlowsChoice => ({
    ...same,
    options: { ...options, ...change },
  });
  return [
    turned({ acsRedirect: options.acsRedirect === 'on' ? 'off' : 'on' }),
    { ...same, mode: 'off' },
    { ...same, mode: 'strict' },
    turned({ maxPayload: options.maxPayload === 512 ? 256 : 512 }),
    turned({ linkEfficiency: options.linkEfficiency === 0.98 ? 0.95 : 0.98 }),
    { ...same, kernel: ERAS.find(({ id }) => id === '5.10') ?? null },
  ];
}

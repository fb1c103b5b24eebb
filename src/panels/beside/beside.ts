import type { ConditionRequest } from '../../engine/kernel/conditions.ts';
import type { Conditions } from '../../engine/report.ts';
import { askedConditions, type OtherConditions } from '../../store/askedConditions.ts';
import { IOMMU_MODE_WORDS } from '../words/conditionWords.ts';

/** Conditions and options to hold beside those of the document, as they are chosen. */
export interface BesideChoice<Options> extends OtherConditions {
  readonly options: Options;
}

/** The same as a question. */
interface Beside<Options> {
  readonly title: string;
  readonly conditions: Partial<ConditionRequest>;
  readonly options: Options;
}

/**
 * The choice as a question, and what it is called: by what is other than here.
 *
 * @param optionWords the options that are other than here
 */
export function besideOf<Options>(
  { kernel, mode, options }: BesideChoice<Options>,
  conditions: Conditions | null,
  optionWords: readonly string[],
): Beside<Options> {
  const words = [
    ...(kernel ? [kernel.title] : []),
    ...(mode ? [`IOMMU ${IOMMU_MODE_WORDS[mode]}`] : []),
    ...optionWords,
  ];
  return {
    title: words.join(', ') || 'the same',
    conditions: askedConditions({ kernel, mode }, conditions),
    options,
  };
}

/** What was chosen, read back from the view. */
export function choiceOf<Options>({ conditions, options }: Beside<Options>): BesideChoice<Options> {
  const { kernel = null, iommuMode: mode = null } = conditions;
  return { kernel, mode, options };
}

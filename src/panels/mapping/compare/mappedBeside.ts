import { ERAS } from '../../../engine/kernel/eras.ts';
import { type MappingOptions, USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { MappedBeside } from '../../../store/mappingView.ts';
import { type BesideChoice, besideOf } from '../../beside/beside.ts';
import { unusualWords } from '../options/optionWords.ts';

export type MappingChoice = BesideChoice<MappingOptions>;

/** The choice as a question, called by what is other than in the document and by what is not usual. */
export function mappedBeside(choice: MappingChoice, conditions: Conditions | null): MappedBeside {
  const { options } = choice;
  return besideOf(choice, conditions, [
    ...(options.fidelity === 'intended' ? ['as intended'] : []),
    ...unusualWords(options, USUAL_MAPPING),
  ]);
}

/** Questions that are asked most, for a first look. */
export function usualChoices(options: MappingOptions): readonly MappingChoice[] {
  const same = { kernel: null, mode: null, options };
  const kernel = (id: string) => ERAS.find((era) => era.id === id) ?? null;
  return [
    { ...same, mode: 'off' },
    { ...same, mode: 'strict' },
    { ...same, kernel: kernel('5.10') },
    { ...same, kernel: kernel('6.18') },
  ];
}

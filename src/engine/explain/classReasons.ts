import { type PairVerdict, TLP_CLASSES, type TlpClass } from '../p2pdma/verdict.ts';
import { RULES } from '../rules.ts';
import { type Reason, reason } from './reason.ts';

const NAMES: Readonly<Record<TlpClass, string>> = {
  strict: 'strictly ordered, untranslated',
  relaxed: 'relaxed ordering',
  translated: 'translated (ATS)',
  both: 'both of these',
};

/** One answer for each class of TLP, from kernels that tell them apart. */
export function classReasons({ classes }: PairVerdict): readonly Reason[] {
  if (!classes) return [];
  const answers = TLP_CLASSES.map((each) => {
    const { mapType, possible } = classes[each];
    return `${NAMES[each]}: ${mapType ?? possible.join(' or ')}`;
  });
  const text = `By class of TLP: ${answers.join('; ')}. The pair’s verdict is the first one’s.`;
  return [reason(RULES.tlpClasses, text)];
}

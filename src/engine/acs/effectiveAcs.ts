import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import type { AcsContext } from './acsContext.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { isSingleFunction, pciAcsEnabled, whatAnswers } from './pciAcsEnabled.ts';
import { pciDevSpecificAcsEnabled } from './pciDevSpecificAcsEnabled.ts';

/** What a function answers when grouping asks it for each ACS promise by itself. */
export interface EffectiveAcs {
  readonly bits: Readonly<Record<AcsBit, Answer>>;
  /** All of SV, RR, CR and UF at once: what grouping asks. */
  readonly isolates: Answer;
  /**
   * What gave the answer: `register`, `quirk:FAMILY` (a row of the kernel's table),
   * `type:TYPE` (a type of function that never isolates), `type:single-function` or
   * `type:virtual-function` (one that always does); `unknown` where that is hidden.
   */
  readonly source: string;
}

/** The effective answer of one function, beside its raw word. */
export function effectiveAcs(fn: PciFunction, context: AcsContext): EffectiveAcs {
  const ask = (want: number) => pciAcsEnabled(fn, want, context);
  return {
    bits: {
      SV: ask(ACS_BITS.SV),
      TB: ask(ACS_BITS.TB),
      RR: ask(ACS_BITS.RR),
      CR: ask(ACS_BITS.CR),
      UF: ask(ACS_BITS.UF),
      EC: ask(ACS_BITS.EC),
      DT: ask(ACS_BITS.DT),
    },
    isolates: ask(REQ_ACS_FLAGS),
    source: sourceOf(fn, context),
  };
}

function sourceOf(fn: PciFunction, context: AcsContext): string {
  const [first, ...others] = pciDevSpecificAcsEnabled(fn, REQ_ACS_FLAGS, context);
  if (first?.applies === 'yes' && others.length === 0) return `quirk:${first.family}`;
  if (first !== undefined) return UNKNOWN;
  switch (whatAnswers(fn)) {
    case UNKNOWN:
      return UNKNOWN;
    case 'nothing':
      return `type:${fn.type}`;
    case 'registers':
      return 'register';
    case 'registers-in-company':
      if (fn.physfn !== null) return 'type:virtual-function';
      return { yes: 'type:single-function', no: 'register', unknown: UNKNOWN }[
        isSingleFunction(fn)
      ];
  }
}

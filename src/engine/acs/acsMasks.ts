import { ACS_BITS } from '../../model/registers.ts';

/** What isolation asks of a function: SV, RR, CR and UF. */
export const REQ_ACS_FLAGS = ACS_BITS.SV | ACS_BITS.RR | ACS_BITS.CR | ACS_BITS.UF;

/** The bits that turn peer requests or completions away from the direct way. */
export const ACS_REDIRECT_BITS = ACS_BITS.RR | ACS_BITS.CR | ACS_BITS.EC;

/** Bits that a control word can have at all; in the capability the higher ones are a size. */
export const ACS_CONTROL_BITS = Object.values(ACS_BITS).reduce((all, bit) => all | bit, 0);

import { isKnownDetail } from './detailLine.ts';

/**
 * Lines that lspci prints inside a capability, by their form: nothing is kept of them, and some
 * begin with words that other people use as well.
 */
const FORMS: readonly RegExp[] = [
  // Message signalled interrupts.
  /^(?:Address|Masking): [\da-f]{8,16}\b/i,
  // Virtual channels.
  /^Caps:\s+(?:LPEVC|PATOffset)=/,
  /^Arb:\s+Fixed[+-]/,
  /^Ctrl:\s+(?:ArbSelect=|Enable[+-])/,
  /^VC\d{1,2}:\s+Caps:/,
  /^(?:Port|VC) Arbitration Table\b/,
  // Link and device, continued.
  /^Compliance (?:Preset\/)?De-emphasis:/,
  /^EmergencyPowerReduction /,
  /^Changed: MRL[+-]/,
  /^Bridge: PM[+-]/,
  // Vital product data.
  /^(?:Product Name|Read-only fields|Read\/write fields):/,
  /^\[[A-Z][A-Z\d]\] [\w ()/-]{1,60}: /,
  /^(?:End|No end tag found)$/,
  // Pages, steering tags and sizes of regions.
  /^Page Request Capacity: /,
  /^(?:Interrupt vector mode|Device specific mode|Steering table|No steering table)\b/,
  /^BAR \d: current size: /,
  // `T_CommonMode=0us LTR1.2_Threshold=0ns`, `Len=010 <?>`: nothing but names and values.
  /^[A-Z][\w.]{1,30}=\S+(?:\s+(?:[A-Z][\w.]{1,30}=\S+|<\?>))*$/,
];

/** `ClockPM- Surprise-`, `10BitTagComp- 10BitTagReq-`: at least two flags, in lspci's notation. */
const FLAGS = /^[A-Z\d][\w.-]{0,40}[+-],?\s+(?:[\w.-]{1,40}[+-](?:,?\s|$)|[A-Z].*[+-](?:,?\s|$))/;

/**
 * Could this line be one of lspci's details? A weaker test than {@link isKnownDetail}, for lines
 * that stand right behind others of a block whose indentation is lost.
 */
export function readsLikeDetail(text: string): boolean {
  return isKnownDetail(text) || FLAGS.test(text) || FORMS.some((pattern) => pattern.test(text));
}

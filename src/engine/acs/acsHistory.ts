import type { OrUnknown } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';

/** One thing that happened to a function's ACS control word at boot. */
export interface AcsStep {
  /** Id of the rule (`rules.ts`) that did it, or that left the word alone where one would expect a change. */
  readonly rule: string;
  readonly before: OrUnknown<number>;
  readonly after: OrUnknown<number>;
  /** What was done and why, in a sentence: "SV, RR, CR and UF set: an IOMMU is in use." */
  readonly text: string;
}

/** How the ACS control word of one function came about. */
export interface AcsHistory {
  readonly function: FunctionId;
  /** What the firmware left; where the input does not tell it apart, the word as it stands. */
  readonly firmware: OrUnknown<number>;
  /** In order; none where nothing touched the word. */
  readonly steps: readonly AcsStep[];
  readonly control: OrUnknown<number>;
  /** The dword at +8, where the boot changed it: the control word of some Intel ports. */
  readonly dwordAt8?: OrUnknown<number>;
}

import type { Problem } from '../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { PciAddress } from '../model/address.ts';

/** Numbers of a bridge. */
export interface BridgeNumbers {
  readonly primary: OrUnknown<number>;
  readonly secondary: OrUnknown<number>;
  readonly subordinate: OrUnknown<number>;
}

/** Of a bridge until it gets some, and for good where there are none left. */
export const NO_NUMBERS: BridgeNumbers = {
  primary: UNKNOWN,
  secondary: UNKNOWN,
  subordinate: UNKNOWN,
};

/** What numbering finds out, by place in the document. */
export interface NumberDraft {
  readonly addresses: (PciAddress | null)[];
  /** `null` leaves what the document says, here and below. */
  readonly bridges: (BridgeNumbers | null)[];
  readonly multifunction: (boolean | null)[];
  readonly problems: Problem[];
}

/** A draft in which these functions have these addresses and nothing else is said. */
export const draftWith = (addresses: readonly (PciAddress | null)[]): NumberDraft => ({
  addresses: [...addresses],
  bridges: addresses.map(() => null),
  multifunction: addresses.map(() => null),
  problems: [],
});

import type { FunctionId } from '../../model/ids.ts';
import type { AssumptionId } from '../kernel/conditions.ts';

/** How a client reaches a provider's memory (`enum pci_p2pdma_map_type`). */
export const MAP_TYPES = ['BUS_ADDR', 'THRU_HOST_BRIDGE', 'NOT_SUPPORTED'] as const;
export type MapType = (typeof MAP_TYPES)[number];

/** The rule that decided a pair; `rules.ts` says more about each. */
export const PAIR_RULES = [
  'common-bridge',
  'not-checked',
  'same-upstream-port',
  'other-upstream-port',
  'no-common-bridge',
  'acs-redirect-refuses',
  'cpu-forwards',
  'host-bridge-listed',
  'host-bridge-not-listed',
  'host-bridge-not-shared',
  'host-bridge-not-identified',
  'acs-unknown',
  'parent-unknown',
  'host-bridge-unknown',
  'cpu-unknown',
] as const;
export type PairRule = (typeof PAIR_RULES)[number];

/**
 * Classes of TLPs that design C tells apart: strictly ordered and untranslated, with relaxed
 * ordering, translated before by ATS (AT = 10), or both.
 */
export const TLP_CLASSES = ['strict', 'relaxed', 'translated', 'both'] as const;
export type TlpClass = (typeof TLP_CLASSES)[number];

export interface TlpClassVerdict {
  /** `null` when more than one outcome is possible. */
  readonly mapType: MapType | null;
  readonly possible: readonly MapType[];
}
export type TlpClasses = Readonly<Record<TlpClass, TlpClassVerdict>>;

/**
 * `proven` by the input; `assumed` when a default decided; `unknown` when something that the
 * input does not show could decide otherwise.
 */
export type Confidence = 'proven' | 'assumed' | 'unknown';

/** What Linux decides for one (provider, client) pair. */
export interface PairVerdict {
  readonly provider: FunctionId;
  readonly client: FunctionId;
  /** `null` when more than one outcome is possible. */
  readonly mapType: MapType | null;
  readonly possible: readonly MapType[];
  /** Hop count, also of refused pairs; `null` when a part of the way is not shown. */
  readonly distance: number | null;
  /**
   * What `pci_p2pdma_distance()` returns: the distance, or -1 for a refused pair. Kernels that have
   * no such function and nothing like it (`not-checked`) return nothing: `null`.
   */
  readonly result: number | null;
  /** Functions known to redirect, in the kernel's order: provider's leg, then client's. */
  readonly acsRedirect: readonly FunctionId[];
  /** Functions on the way whose ACS control the input does not show, in the same order. */
  readonly acsUnknown: readonly FunctionId[];
  readonly rule: PairRule;
  readonly confidence: Confidence;
  /** The assumptions that decided, or that shaped what is possible. */
  readonly decidedBy: readonly AssumptionId[];
  /** One answer for each class of TLP, from kernels that tell them apart; the pair's is `strict`'s. */
  readonly classes?: TlpClasses;
}

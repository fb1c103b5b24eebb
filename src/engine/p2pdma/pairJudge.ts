import type { HostPathAnswer } from './hostPath.ts';
import type { PairRule, TlpClasses } from './verdict.ts';

/**
 * A kernel's way of judging pairs. Made for many of them: fix a provider with `from`, then ask `to`
 * for each client and read the fields, which stand until the next question.
 */
export interface PairJudge {
  /** Fixes the provider (its place in the topology) for the questions that follow. */
  from(provider: number): void;
  /** Judges the pair of the fixed provider and this client. */
  to(client: number): void;
  /** Set of `OUTCOME` bits: all that the input leaves open. */
  readonly possible: number;
  /** Hop count, or -1 when it is not known. */
  readonly distance: number;
  /** Place of the common bridge, ON_ROOT_BUS when there is none, NOT_SHOWN when it is hidden. */
  readonly common: number;
  /** What was said once the direct way was closed, or might be; `null` when nobody was asked. */
  readonly viaHost: HostPathAnswer | null;
  /** What decided where nobody was asked. */
  readonly directRule: PairRule;
  /** Functions on the way that turn requests away for this kernel, and those that may. */
  onWay(): OnWay;
  /** One answer for each class of TLP, where the kernel tells them apart. */
  classes(): TlpClasses | null;
}

/** Places in the topology, in the kernel's order: the provider's leg, then the client's. */
export interface OnWay {
  readonly redirecting: readonly number[];
  readonly hidden: readonly number[];
}

export const NOBODY_ON_WAY: OnWay = { redirecting: [], hidden: [] };

import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { acsReasons } from './acsReasons.ts';
import { addressReason } from './addressReason.ts';
import { bootReasons } from './bootReasons.ts';
import { classReasons } from './classReasons.ts';
import { conclusion } from './conclusion.ts';
import type { Fix } from './fixes/fix.ts';
import { smallestFixes } from './fixes/smallestFixes.ts';
import { followedAdvice } from './followedAdvice.ts';
import { hostReasons } from './hostReasons.ts';
import { kernelLog } from './kernelLog.ts';
import type { Reason } from './reason.ts';
import { wayReasons } from './wayReason.ts';

/** A verdict with its chain of reasons, the kernel's words, and what would change it. */
export interface Explanation {
  readonly verdict: PairVerdict;
  readonly reasons: readonly Reason[];
  readonly log: readonly string[];
  /** What following the advice in the log would come to, where that is not what it says. */
  readonly advice: string | null;
  readonly fixes: readonly Fix[];
}

/**
 * Why a pair is judged as it is, step by step as the kernel in question goes: where the ways meet, what
 * ACS says and how it came to say so, what the host bridge is asked, what follows for classes of TLPs
 * and for the address, and what it comes to.
 */
export function explainPair(
  analysis: Analysis,
  provider: FunctionId,
  client: FunctionId,
): Explanation {
  const verdict = analysis.pair(provider, client);
  const { topology, conditions } = analysis;
  const { features } = conditions.kernel.value;
  const reasons = [
    ...wayReasons(topology, verdict, features),
    ...acsReasons(topology, verdict, features),
    ...bootReasons(analysis, verdict),
    ...hostReasons(analysis, verdict),
    ...classReasons(verdict),
    conclusion(verdict, features),
    addressReason(analysis, verdict),
  ];
  const fixes = smallestFixes(analysis, verdict);
  return {
    verdict,
    reasons,
    log: kernelLog(analysis, verdict),
    advice: followedAdvice(analysis, verdict, fixes),
    fixes,
  };
}

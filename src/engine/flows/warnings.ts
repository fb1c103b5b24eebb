import type { LimitContext } from './limits/limitContext.ts';
import type { ThroughputWarning } from './throughputReport.ts';
import { ADVICE } from './warningsOfSettings.ts';
import { PATHOLOGIES } from './warningsSeen.ts';
import type { SizedStream, WarningRule } from './warningsShape.ts';

const RULES: readonly WarningRule[] = [...PATHOLOGIES, ...ADVICE];

/**
 * What was seen on real machines in such a case and is not in the figures, and what could be had
 * better. Nothing here changes a rate.
 */
export function warningsOf(
  context: LimitContext,
  streams: readonly SizedStream[],
): readonly ThroughputWarning[] {
  return RULES.flatMap((rule) => rule(context, streams));
}

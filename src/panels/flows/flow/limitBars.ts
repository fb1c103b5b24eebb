import { byteRate } from '../../../base/byteRate.ts';
import type { FlowLimit } from '../../../engine/flows/throughputReport.ts';

export interface LimitBar {
  readonly limit: FlowLimit;
  /** 0 to 1; limits far above the rate are as long as the picture. */
  readonly length: number;
  readonly isBinding: boolean;
}

/** Bars end here: what could carry four times as much is no matter. */
const FURTHEST = 4;

/**
 * Limits of a report, in its order, as bars: what binds stands first, also where another is as tight. To
 * a common scale in which the rate can be told from its limits.
 */
export function limitBars(
  limits: readonly FlowLimit[],
  bytesPerSecond: number | null,
): readonly LimitBar[] {
  const seen = new Set<string>();
  // Both ways of a flow meet the same limit.
  const distinct = limits.filter(({ where, bytesPerSecond: most }) => {
    const key = `${where} ${byteRate(most)}`;
    return !seen.has(key) && seen.add(key);
  });
  const least = limits[0]?.bytesPerSecond ?? 0;
  const most = Math.max(0, ...limits.map((limit) => limit.bytesPerSecond));
  const rate = bytesPerSecond ?? least;
  const scale = Math.min(most, rate > 0 ? FURTHEST * rate : most);
  return distinct.map((limit, at) => ({
    limit,
    length: scale > 0 ? Math.min(1, limit.bytesPerSecond / scale) : 0,
    isBinding: at === 0,
  }));
}

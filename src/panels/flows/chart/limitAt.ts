import type { FlowCurves, LimitCurve } from '../../../engine/flows/throughputReport.ts';

/** The limit that binds at a size, by its place among the sizes; `null`: none says anything there. */
export function limitAt({ limits }: FlowCurves, at: number): LimitCurve | null {
  let tightest: LimitCurve | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const limit of limits) {
    const rate = limit.bytesPerSecond[at] ?? null;
    if (rate === null || !(rate < least)) continue;
    tightest = limit;
    least = rate;
  }
  return tightest;
}

import { type DmaMapping, ERRNO } from '../dma/dmaMapping.ts';
import type { StepRecorder } from '../dma/mapStep.ts';
import type { SgEntry } from '../dma/scatterlist.ts';

/**
 * What-if: a list talks to host memory, or to one device. A list that does not is refused as a whole;
 * `null`: this one does.
 *
 * Source: the restriction argued for in April 2017 on the patch series of that time.
 */
export function oneTarget(list: readonly SgEntry[], recorder: StepRecorder): DmaMapping | null {
  const first = list[0]?.peer?.provider ?? null;
  const failedAt = list.findIndex(({ peer }) => (peer?.provider ?? null) !== first);
  if (failedAt < 0) return null;
  recorder.step({
    phase: 'classify',
    call: 'dma_map_sg',
    entry: failedAt,
    output: null,
    values: [],
    text: 'This entry is for another target than the first: one list, one target. Nothing is mapped.',
  });
  return refused(failedAt);
}

/** Nothing is mapped, and the caller is told that it asked wrongly. */
export function refused(failedAt: number | null): DmaMapping {
  const nothing = { outputs: [], iova: [], maps: [] } as const;
  return { errno: ERRNO.EINVAL, returns: 'errno', failedAt, ...nothing };
}

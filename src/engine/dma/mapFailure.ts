import type { DmaMapping, Errno } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';

const WORDS = {
  zero: 'The caller gets 0: no entry is mapped, and it is not told why.',
  errno: 'The caller gets the number of the error: no entry is mapped.',
  panic: 'The kernel stops here; nobody gets anything.',
} as const;

/** Nothing is mapped and nothing is held: the list is as it was. */
export function mapFailure(
  call: MapCall,
  errno: Errno,
  failedAt: number | null,
  returns: DmaMapping['returns'] = call.rules.refusal,
): DmaMapping {
  call.recorder?.step({
    phase: 'return',
    call: 'dma_map_sgtable',
    entry: failedAt,
    output: null,
    values: [{ name: 'errno', value: errno, as: 'count' }],
    text: WORDS[returns],
  });
  return { errno, returns, failedAt, outputs: [], iova: [], maps: [] };
}

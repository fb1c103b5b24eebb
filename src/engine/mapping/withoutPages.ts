import type { DmaMapping } from '../dma/dmaMapping.ts';
import type { StepRecorder } from '../dma/mapStep.ts';
import type { SgEntry } from '../dma/scatterlist.ts';
import { refused } from './oneTarget.ts';

/**
 * What-if: BARs have no `struct page`. A list names memory by its page, so that one with a peer's
 * memory cannot even be built: refused before anything is mapped; `null`: no entry is a peer's.
 *
 * Source: `sg_set_page()`, include/linux/scatterlist.h; `pci_p2pdma_add_resource()`, which makes the
 * pages, drivers/pci/p2pdma.c, Linux 4.20 to 7.0.
 */
export function withoutPages(list: readonly SgEntry[], recorder: StepRecorder): DmaMapping | null {
  const failedAt = list.findIndex(({ peer }) => peer !== null);
  if (failedAt < 0) return null;
  recorder.step({
    phase: 'classify',
    call: 'sg_set_page',
    entry: failedAt,
    output: null,
    values: [],
    text: 'This memory of a BAR has no struct page, and a list names memory by its page: there is no such entry, and nothing to map.',
  });
  return refused(failedAt);
}

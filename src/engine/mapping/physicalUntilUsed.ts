import type { DmaMapping, DmaOutput } from '../dma/dmaMapping.ts';
import type { StepRecorder } from '../dma/mapStep.ts';
import type { SgEntry } from '../dma/scatterlist.ts';

/**
 * What-if: whoever builds the request maps nothing. Each entry stands for itself, by its CPU physical
 * address; a driver of hardware maps it when it makes use of it, software finds the page by it.
 *
 * Source: the proposal of 4 November 2020 for `struct ib_sge` where its key is no memory region's.
 */
export function physicalUntilUsed(list: readonly SgEntry[], recorder: StepRecorder): DmaMapping {
  const outputs = list.map(({ phys, length }, index): DmaOutput => {
    recorder.step({
      phase: 'lay-out',
      call: 'ib_sge',
      entry: index,
      output: { index, length },
      values: [{ name: 'addr', value: phys, as: 'address' }],
      text: 'Its physical address, whatever memory it is: nobody has asked for a device’s address yet.',
    });
    return {
      address: phys,
      length,
      space: 'PHYS',
      first: index,
      count: 1,
      why: index === 0 ? 'first' : 'not-mapped',
      defects: [],
    };
  });
  return { errno: 0, returns: 'errno', failedAt: null, outputs, iova: [], maps: [] };
}

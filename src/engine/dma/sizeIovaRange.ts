import { ERRNO, type Errno } from './dmaMapping.ts';
import { classifyStep, padStep, spanStep } from './iommuDmaSteps.ts';
import type { MapCall } from './mapContext.ts';
import { takesStep } from './mapStep.ts';
import { modulo, roundUp } from './modulo.ts';
import { pciP2pdmaState } from './pciP2pdmaState.ts';
import type { SgEntry } from './scatterlist.ts';

/** What the first walk over a list finds. */
export interface SizedList {
  /** Bytes of IOVA for the whole list. */
  readonly total: number;
  /** Bytes that each entry takes of it, whole granules, padding behind it included; 32 bits wide. */
  readonly spans: Float64Array;
  /** What bus entries will report as their length; -1: no bus entry. */
  readonly busLengths: Float64Array;
}

export interface RefusedList {
  readonly errno: Errno;
  readonly failedAt: number;
}

/**
 * How much IOVA space a list needs: the first walk of `iommu_dma_map_sg()` (drivers/iommu/dma-iommu.c,
 * 4.19 to 7.0; peers from 6.0 on).
 *
 * Each entry takes whole granules. One that would cross a segment boundary makes the entry before it
 * reach up to there. The walk knows no addresses yet and reckons from 0; the range is aligned to its
 * own size, so that boundaries fall where they will.
 */
export function sizeIovaRange(list: readonly SgEntry[], call: MapCall): SizedList | RefusedList {
  const { rules, device, recorder } = call;
  const { granule } = rules;
  const boundary = device.boundary + 1;
  const spans = new Float64Array(list.length);
  const busLengths = new Float64Array(list.length).fill(-1);
  let total = 0;
  let before = -1;
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as SgEntry;
    if (entry.peer !== null) {
      const way = pciP2pdmaState(entry.peer, rules);
      if (takesStep(recorder)) recorder.step(classifyStep(index, way));
      if (way === 'refused') return { errno: ERRNO.EREMOTEIO, failedAt: index };
      if (way === 'bus') {
        busLengths[index] = busLength(list, index, spans, busLengths, rules.busEntryLength);
        continue;
      }
    }
    const span = roundUp(entry.length + modulo(entry.phys, granule), granule);
    const pad = modulo(boundary - modulo(total, boundary), boundary);
    // The kernel compares with the span less one, unsigned: nothing at all counts as endless.
    if (pad !== 0 && (span === 0 || pad < span - 1)) {
      // Lengths of entries are 32 bits wide.
      spans[before] = ((spans[before] as number) + pad) >>> 0;
      total += pad;
      if (takesStep(recorder)) recorder.step(padStep(index, before, pad, total));
    }
    spans[index] = span >>> 0;
    total += span;
    before = index;
    if (takesStep(recorder))
      recorder.step(spanStep(index, span, total, modulo(entry.phys, granule), entry.length));
  }
  return { total, spans, busLengths };
}

/**
 * From 6.16 on a slip stores the first entry's length, as that stands at this moment: rounded up to
 * granules, padding included, where it is translated.
 */
function busLength(
  list: readonly SgEntry[],
  index: number,
  spans: Float64Array,
  busLengths: Float64Array,
  whose: 'own' | 'first-entry',
): number {
  const own = (list[index] as SgEntry).length;
  if (whose === 'own' || index === 0) return own;
  const isFirstBus = (busLengths[0] as number) >= 0;
  return isFirstBus ? (list[0] as SgEntry).length : (spans[0] as number);
}

import { dmaLimit } from './dmaLimit.ts';
import { type DmaMapping, ERRNO, type IommuMap } from './dmaMapping.ts';
import type { MapCall, MapContext } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import { modulo, roundUp } from './modulo.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Maps a whole request as one range, in two steps: `dma_iova_try_alloc()` and `dma_iova_link()` for each
 * piece (drivers/iommu/dma-iommu.c, 6.16 to 7.0), as the block layer does for NVMe from 6.17 on. Neither
 * the longest segment nor its boundary counts. Only the first piece may begin within a granule, and only
 * the last may end within one: else -EIO.
 *
 * @returns `null`: this mapper has no such way, or there is no room; the pieces are mapped one by one
 */
export function dmaIovaLink(list: readonly SgEntry[], context: MapContext): DmaMapping | null {
  const { rules, device, iova } = context;
  const first = list[0];
  if (first === undefined || rules.mapper !== 'iommu-dma' || device.isUntrusted) return null;
  const { granule } = rules;
  const offset = modulo(first.phys, granule);
  let length = 0;
  for (const entry of list) length += entry.length;
  const size = roundUp(length + offset, granule);
  const taken = iova?.allocate(size, dmaLimit(device)) ?? null;
  if (taken === null || iova === null) return null;
  const { base, reserved } = taken;
  const maps: IommuMap[] = [];
  let done = 0;
  for (let index = 0; index < list.length; index++) {
    const { phys, length: piece } = list[index] as SgEntry;
    const into = modulo(phys, granule);
    const at = base + offset + done;
    if (index > 0 && (into !== 0 || modulo(at, granule) !== 0)) {
      iova.free(base, reserved);
      const call: MapCall = { ...context, asked: null };
      return mapFailure(call, ERRNO.EIO, index);
    }
    const span = roundUp(piece + into, granule);
    maps.push({ iova: at - into, phys: phys - into, size: span, first: index, count: 1 });
    done += piece;
  }
  return {
    errno: 0,
    returns: rules.refusal,
    failedAt: null,
    outputs: [
      {
        address: base + offset,
        length,
        space: 'IOVA',
        first: 0,
        count: list.length,
        why: 'first',
        defects: [],
      },
    ],
    iova: [{ base, size, reserved }],
    maps,
  };
}

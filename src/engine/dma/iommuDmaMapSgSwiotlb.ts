import { asRam } from './asRam.ts';
import { dmaLimit } from './dmaLimit.ts';
import {
  type BounceBuffer,
  type DmaDefect,
  type DmaMapping,
  type DmaOutput,
  ERRNO,
  type IommuMap,
  type IovaRange,
} from './dmaMapping.ts';
import { doneStep } from './iommuDmaSteps.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import { takesStep } from './mapStep.ts';
import { modulo, roundUp } from './modulo.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Maps a list for an untrusted device, `iommu_dma_map_sg_swiotlb()` (drivers/iommu/dma-iommu.c, 5.15 to
 * 7.0; Intel's `bounce_map_sg()` in 5.4 and 5.10): each entry alone, with an IOVA range of its own, so that
 * the device sees nothing beside it. What does not fill whole granules is copied through a bounce
 * buffer. Peers are not looked at. Any failure is -EIO.
 */
export function iommuDmaMapSgSwiotlb(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const outputs: DmaOutput[] = [];
  const iova: IovaRange[] = [];
  const maps: IommuMap[] = [];
  const bounces: BounceBuffer[] = [];
  for (let index = 0; index < list.length; index++) {
    const { length, peer } = list[index] as SgEntry;
    const alone = mapAlone(list[index] as SgEntry, index, call, bounces);
    if (alone === null) {
      for (const { base, reserved } of iova) call.iova?.free(base, reserved);
      for (const { address } of bounces) call.bounce?.free?.(address);
      call.recorder?.step({
        phase: 'restore',
        call: 'iommu_dma_unmap_sg_swiotlb',
        entry: index,
        output: null,
        values: [],
        text: 'No IOVA or no bounce buffer is free for it: what was mapped before is undone.',
      });
      return mapFailure(call, ERRNO.EIO, index);
    }
    const { range, map, isBounced } = alone;
    iova.push(range);
    maps.push(map);
    const defects: DmaDefect[] = [...asRam(peer, call)];
    if (isBounced && peer !== null) defects.push('copied-peer');
    if (length > call.device.maxSegment) defects.push('over-maximum');
    outputs.push({
      address: alone.address,
      length,
      space: 'IOVA',
      first: index,
      count: 1,
      why: index === 0 ? 'first' : 'untrusted',
      defects,
    });
    if (takesStep(call.recorder))
      call.recorder.step({
        phase: 'lay-out',
        call: 'iommu_dma_map_page',
        entry: index,
        output: { index, length },
        values: [
          { name: 'dma_address', value: alone.address, as: 'address' },
          { name: 'phys', value: map.phys, as: 'address' },
        ],
        text: isBounced
          ? 'It does not fill whole pages: it is copied through a bounce buffer, which gets an IOVA.'
          : 'It fills whole pages and gets an IOVA of its own.',
      });
  }
  call.recorder?.step(doneStep(list.length, outputs.length, 'iommu_dma_map_sg_swiotlb'));
  const { refusal: returns } = call.rules;
  const mapping = { errno: 0, returns, failedAt: null, outputs, iova, maps } as const;
  return bounces.length === 0 ? mapping : { ...mapping, bounces };
}

function mapAlone(
  { phys, length }: SgEntry,
  index: number,
  { device, rules, iova, bounce }: MapCall,
  bounces: BounceBuffer[],
) {
  const { granule } = rules;
  const isBounced = modulo(phys, granule) !== 0 || modulo(length, granule) !== 0;
  let from = phys;
  if (isBounced) {
    // The buffer begins on a granule, but for the low bits that the device wants kept.
    const low = modulo(phys, granule) & device.minAlignMask;
    const slot = bounce?.allocate(roundUp(length, granule), low, granule - 1) ?? null;
    if (slot === null) return null;
    bounces.push({ entry: index, address: slot, length });
    from = slot;
  }
  const offset = modulo(from, granule);
  const size = roundUp(length + offset, granule);
  const taken = size === 0 ? null : (iova?.allocate(size, dmaLimit(device)) ?? null);
  if (taken === null) return null;
  const { base, reserved } = taken;
  return {
    address: base + offset,
    range: { base, size, reserved },
    map: { iova: base, phys: from - offset, size, first: index, count: 1 },
    isBounced,
  };
}

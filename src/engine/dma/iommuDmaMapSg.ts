import { dmaLimit } from './dmaLimit.ts';
import { type DmaMapping, ERRNO } from './dmaMapping.ts';
import { finaliseSg } from './finaliseSg.ts';
import { iommuDmaMapSgSwiotlb } from './iommuDmaMapSgSwiotlb.ts';
import { allocateStep, doneStep, restoreStep } from './iommuDmaSteps.ts';
import { iommuMapSg } from './iommuMapSg.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import type { SgEntry } from './scatterlist.ts';
import { sizeIovaRange } from './sizeIovaRange.ts';

/**
 * Maps a list through an IOMMU, `iommu_dma_map_sg()` (drivers/iommu/dma-iommu.c, 4.19 to 7.0): sizes
 * one IOVA range, takes it, programs the IOMMU, and lays the outputs out. A list of nothing but bus
 * addresses takes no IOVA. Whatever fails, the list is as it was before.
 */
export function iommuDmaMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const { device, iova, recorder } = call;
  if (device.isUntrusted) return iommuDmaMapSgSwiotlb(list, call);
  const sized = sizeIovaRange(list, call);
  if ('errno' in sized) {
    recorder?.step(restoreStep(sized.failedAt));
    return mapFailure(call, sized.errno, sized.failedAt);
  }
  const returns = call.rules.refusal;
  if (sized.total === 0) {
    const outputs = finaliseSg(list, sized, 0, call);
    recorder?.step(doneStep(list.length, outputs.length));
    return { errno: 0, returns, failedAt: null, outputs, iova: [], maps: [] };
  }
  const taken = iova?.allocate(sized.total, dmaLimit(device)) ?? null;
  recorder?.step(allocateStep(sized.total, taken));
  if (taken === null || iova === null) {
    recorder?.step(restoreStep(null));
    return mapFailure(call, ERRNO.ENOMEM, null);
  }
  const { base, reserved } = taken;
  const { maps, mapped } = iommuMapSg(list, sized, base, call);
  if (mapped < sized.total) {
    iova.free(base, reserved);
    recorder?.step(restoreStep(null));
    return mapFailure(call, ERRNO.EINVAL, null);
  }
  const outputs = finaliseSg(list, sized, base, call);
  recorder?.step(doneStep(list.length, outputs.length));
  const range = { base, size: sized.total, reserved };
  return { errno: 0, returns, failedAt: null, outputs, iova: [range], maps };
}

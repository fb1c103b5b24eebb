import { type DmaDefect, type DmaMapping, type DmaOutput, ERRNO } from './dmaMapping.ts';
import { dmaMapSgAttrs } from './dmaMapSgAttrs.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import type { MapperKind } from './mapper.ts';
import { takesStep } from './mapStep.ts';
import type { PeerMemory, SgEntry } from './scatterlist.ts';

const TRANSLATES: ReadonlySet<MapperKind> = new Set(['iommu-dma', 'intel-ops', 'amd-ops']);

/**
 * Maps a list whose first entry is a peer's, `pci_p2pdma_map_sg()` (drivers/pci/p2pdma.c, 4.20 to 5.19).
 * What the pair of this entry's provider is, decides for all: through the host bridge, all are mapped
 * as the device's mapper does; by bus address, each entry gets its physical address with the first
 * provider's offset, RAM too; else nothing is mapped, with a warning. Devices that are software are
 * refused. Up to 5.3 neither was looked at: it was always bus addresses.
 */
export function pciP2pdmaMapSg(
  list: readonly SgEntry[],
  first: PeerMemory,
  call: MapCall,
): DmaMapping {
  const { rules, recorder } = call;
  const isSoftware =
    rules.firstPageAsks && (rules.mapper === 'virt-ops' || rules.mapper === 'rdma-virt');
  const mapType = rules.firstPageAsks ? first.mapType : 'BUS_ADDR';
  const way = isSoftware ? 'refused' : mapType;
  recorder?.step({
    phase: 'divert',
    call: 'pci_p2pdma_map_sg',
    entry: 0,
    output: null,
    values: [],
    text:
      way === 'BUS_ADDR'
        ? 'The first page is a peer’s, by bus address: so goes the whole list.'
        : way === 'THRU_HOST_BRIDGE'
          ? 'The first page is a peer’s, through the host bridge: the whole list is mapped like RAM.'
          : 'The first page is a peer’s that this device may not reach: a warning, and nothing is mapped.',
  });
  if (way === 'THRU_HOST_BRIDGE') return dmaMapSgAttrs(list, { ...call, asked: first });
  if (way !== 'BUS_ADDR') return mapFailure(call, ERRNO.EIO, 0);
  const isTranslated = TRANSLATES.has(rules.mapper) || TRANSLATES.has(rules.inner);
  const outputs: DmaOutput[] = [];
  for (let index = 0; index < list.length; index++) {
    const { phys, length, peer } = list[index] as SgEntry;
    const address = phys + first.busOffset;
    const defects: DmaDefect[] = [];
    if (peer === null && isTranslated) defects.push('raw-physical');
    if ((peer?.busOffset ?? 0) !== first.busOffset) defects.push('first-offset');
    else if (peer?.hasWrongSign) defects.push('wrong-sign');
    if (length > call.device.maxSegment) defects.push('over-maximum');
    const why = index === 0 ? 'first' : 'first-page';
    const space = peer === null ? 'PHYS' : 'BUS';
    outputs.push({ address, length, space, first: index, count: 1, why, defects });
    if (takesStep(recorder))
      recorder.step({
        phase: 'lay-out',
        call: '__pci_p2pdma_map_sg',
        entry: index,
        output: { index, length },
        values: [{ name: 'dma_address', value: address, as: 'address' }],
        text:
          peer === null
            ? 'Host memory, and still its raw physical address.'
            : 'Its physical address, by the offset of the list’s first provider.',
      });
  }
  return { errno: 0, returns: rules.refusal, failedAt: null, outputs, iova: [], maps: [] };
}

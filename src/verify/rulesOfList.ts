import { ERRNO } from '../engine/dma/dmaMapping.ts';
import { RULES } from '../engine/rules.ts';
import type { DerivedList } from './deriveLists.ts';

/** The rules of `rules.ts` on whose answer what became of a list rests, by their ids. */
export function rulesOfList({ list, mapping, rules, isAbsolute }: DerivedList): readonly string[] {
  const isPeers = list.entries.map(({ bus }) => bus !== null);
  const ids: string[] = [RULES.dmaMapSg.id, RULES.rulesOfMapper.id];
  const isFirstPage = rules.peers === 'first-page' && isPeers[0] === true;
  if (isFirstPage) ids.push(RULES.pciP2pdmaMapSg.id);
  // Such a list was mapped, or refused, before any mapper was called.
  const isDone = isFirstPage && (mapping.errno !== 0 || mapping.outputs[0]?.space === 'BUS');
  if (isDone) return ids;
  ids.push(RULES.chooseMapper.id, RULES.dmaMapSgAttrs.id);
  if (rules.peers === 'each-entry' && isPeers.includes(true)) ids.push(RULES.pciP2pdmaState.id);
  switch (rules.mapper) {
    case 'direct':
      ids.push(RULES.dmaDirectMapSg.id);
      if (mapping.outputs.some(({ space }) => space !== 'BUS')) ids.push(RULES.dmaDirectMapPage.id);
      if (isBeyondReach(mapping)) ids.push(RULES.dmaLimit.id);
      break;
    case 'iommu-dma':
      ids.push(RULES.iommuDmaMapSg.id);
      if (mapping.iova.length > 0) ids.push(RULES.sizeIovaRange.id, RULES.finaliseSg.id);
      break;
    case 'intel-ops':
      ids.push(RULES.intelMapSg.id);
      break;
    case 'amd-ops':
      ids.push(RULES.amdMapSg.id);
      break;
    default:
      break;
  }
  // What was given before and taken back shows in what is given next.
  if (isAbsolute && mapping.iova.length > 0) ids.push(RULES.iovaDomain.id, RULES.dmaUnmapSg.id);
  return ids;
}

/** Something lies higher than the device can send: bounced, or refused for that. */
const isBeyondReach = ({ errno, outputs }: DerivedList['mapping']): boolean =>
  errno === ERRNO.EIO || outputs.some(({ space }) => space === 'SWIOTLB');

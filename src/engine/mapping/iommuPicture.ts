import type { IommuHardware } from '../../model/settings.ts';
import { addressHex } from '../dma/dmaAddress.ts';
import type { DmaMapping, IommuMap } from '../dma/dmaMapping.ts';
import type { IovaSetup } from '../dma/iova/iovaSetup.ts';
import type { MapperRules } from '../dma/mapperRules.ts';
import { countPages, pageRuns } from '../dma/pages/pageRuns.ts';
import { translationFault } from '../dma/pages/translationFault.ts';
import type { SgEntry } from '../dma/scatterlist.ts';
import type { IommuPicture } from './mappingReport.ts';

/** Runs of pages that are shown; the IOTLB's entries are counted in all. */
const MOST_RUNS = 4_000;

/** The IOMMU's table for a list, and what is left of it when the list is unmapped. */
export function iommuPicture(
  mapping: DmaMapping,
  list: readonly SgEntry[],
  { pageSizes, pageCalls }: Pick<MapperRules, 'pageSizes' | 'pageCalls'>,
  setup: IovaSetup,
  hardware: IommuHardware,
): IommuPicture {
  const { maps } = mapping;
  const { flush } = setup;
  const runs = pageRuns(maps, pageSizes, list, MOST_RUNS);
  const { pages, calls } = countPages(mapping, pageSizes, pageCalls);
  const hasPeers = maps.some((map) => holdsPeer(map, list));
  return {
    runs: runs.map((run) => ({
      ...run,
      iova: addressHex(run.iova),
      phys: addressHex(run.phys),
    })),
    iotlbEntries: pages,
    driverCalls: calls,
    afterUnmap: {
      ...afterUnmap(flush),
      text: afterWords(flush, runs.length > 0, hasPeers),
      fault: translationFault(hardware),
    },
    setup,
  };
}

/** Peers by bus address may stand between the entries of a call, and are no part of it. */
function holdsPeer({ first, count, phys: from, size }: IommuMap, list: readonly SgEntry[]) {
  for (let index = first; index < first + count; index++) {
    const entry = list[index];
    if (entry?.peer != null && from <= entry.phys && entry.phys < from + size) return true;
  }
  return false;
}

function afterUnmap(flush: IovaSetup['flush']): { mode: 'strict' | 'lazy'; windowMs: number } {
  return flush.kind === 'strict'
    ? { mode: 'strict', windowMs: 0 }
    : { mode: 'lazy', windowMs: flush.windowMs };
}

function afterWords(flush: IovaSetup['flush'], isMapped: boolean, hasPeers: boolean): string {
  if (!isMapped) return 'Nothing of this list is in the IOMMU’s table.';
  if (flush.kind === 'strict') {
    return 'Strict: when unmapping returns, the IOTLB has forgotten it; a late request faults.';
  }
  const peers = hasPeers ? ', the peer’s memory as well' : '';
  return `Lazy: freed addresses wait until ${flush.entries} are gathered on a CPU, or for ${flush.windowMs} ms. Until then the device can still reach what was mapped${peers}, and nobody else is given the addresses.`;
}

import { addressOf } from '../../../engine/dma/dmaAddress.ts';
import type { IommuMap } from '../../../engine/dma/dmaMapping.ts';
import type { MappedEntry, PageRun } from '../../../engine/mapping/mappingReport.ts';

const GRANULE = 4096;

type Run = Pick<PageRun, 'pageSize' | 'pages' | 'entry'> & { readonly iova: string | number };

/** The first and the last input entry whose memory lies in a run of pages: a call may tell of several. */
export function entriesOfRun(
  { iova, pageSize, pages, entry }: Run,
  entries: readonly Pick<MappedEntry, 'phys' | 'length' | 'mapType'>[],
  maps: readonly Pick<IommuMap, 'iova' | 'size' | 'first' | 'count'>[],
): { readonly first: number; readonly last: number } {
  const from = typeof iova === 'number' ? iova : addressOf(iova as PageRun['iova']);
  const map = maps.find(
    (each) => from !== null && each.iova <= from && from < each.iova + each.size,
  );
  let last = entry;
  if (!map || from === null) return { first: entry, last };
  const end = from + pageSize * pages;
  let at = map.iova;
  for (let index = map.first; index < map.first + map.count; index++) {
    const one = entries[index];
    // What goes by its bus address takes no IOVA.
    if (!one || one.mapType === 'BUS_ADDR') continue;
    if (at >= end) break;
    last = Math.max(last, index);
    const offset = Number(BigInt(one.phys) % BigInt(GRANULE));
    at += Math.ceil((offset + one.length) / GRANULE) * GRANULE;
  }
  return { first: entry, last };
}

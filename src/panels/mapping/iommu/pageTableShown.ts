import { addressOf } from '../../../engine/dma/dmaAddress.ts';
import { type IommuRun, smallestPages } from '../../../engine/dma/pages/pageRuns.ts';
import { type PageTree, pageTable } from '../../../engine/dma/pages/pageTable.ts';
import type { IommuPicture } from '../../../engine/mapping/mappingReport.ts';

/** Runs of pages that the picture has room for. */
const MOST_RUNS = 48;
const GRANULE = 4096;

export interface PageTableShown {
  /** Of the runs that are drawn; `null`: none are. */
  readonly drawn: PageTree['root'];
  readonly leftOut: number;
  /** Tables of all levels, for all runs that are told. */
  readonly tables: number;
  /** Entries that the IOTLB would need if there were pages of 4 KiB only. */
  readonly smallest: number;
  /** How many pages of which size, largest first. */
  readonly sizes: readonly { readonly size: number; readonly pages: number }[];
}

/** What the picture of a page table shows, from the runs of a report. */
export function pageTableShown({ runs }: Pick<IommuPicture, 'runs'>): PageTableShown {
  const known = runs.flatMap((run): IommuRun[] => {
    const iova = addressOf(run.iova);
    const phys = addressOf(run.phys);
    return iova === null || phys === null ? [] : [{ ...run, iova, phys }];
  });
  const sizes = new Map<number, number>();
  for (const { pageSize, pages } of known) sizes.set(pageSize, (sizes.get(pageSize) ?? 0) + pages);
  return {
    drawn: pageTable(known.slice(0, MOST_RUNS)).root,
    leftOut: Math.max(0, known.length - MOST_RUNS),
    tables: pageTable(known).tables,
    smallest: smallestPages(known, GRANULE),
    sizes: [...sizes].sort((a, b) => b[0] - a[0]).map(([size, pages]) => ({ size, pages })),
  };
}

import type { DmaAddress } from '../dmaAddress.ts';
import type { DmaMapping, IommuMap } from '../dmaMapping.ts';
import type { SgEntry } from '../scatterlist.ts';
import { iommuPgsize } from './iommuPgsize.ts';

/** Pages of one size, one behind the other on both sides. */
export interface IommuRun {
  readonly iova: DmaAddress;
  readonly phys: DmaAddress;
  readonly pageSize: number;
  readonly pages: number;
  /** The first input entry that lies in it. */
  readonly entry: number;
  /** Its pages lie behind an entry, which padding to a segment boundary stretched. */
  readonly isPadding: boolean;
}

/**
 * Into which hardware pages the calls that program an IOMMU are cut.
 *
 * @param pageSizes of the domain, ascending; the first is the granule
 * @param list what was mapped: shows which pages are padding; left out, none is said to be
 * @param most when so many runs are found, the rest is left out
 */
export function pageRuns(
  maps: readonly IommuMap[],
  pageSizes: readonly number[],
  list?: readonly SgEntry[],
  most = Number.POSITIVE_INFINITY,
): readonly IommuRun[] {
  const runs: IommuRun[] = [];
  for (const map of maps) {
    if (runs.length >= most) break;
    const stretches = list ? entriesOf(map, list, pageSizes[0] ?? 1) : NO_STRETCHES;
    for (const run of inPieces(cut(map, pageSizes), stretches, map.first)) runs.push(run);
  }
  return runs.length > most ? runs.slice(0, most) : runs;
}

/** Who asks the driver for pages, and for how many in a call. */
export type PageCalls =
  /** `iommu_map()`, for runs of equal pages: `map_pages()` (5.15 on). */
  | 'runs'
  /** `iommu_map()` before, and AMD's own operations (up to 5.4): page by page. */
  | 'pages'
  /** Intel's own operations (up to 5.10) fill the table for a whole range of IOVAs in one go. */
  | 'ranges';

/** What programming the IOMMU for a list comes to. */
export interface PageCount {
  /** Hardware pages of all calls: entries that the IOTLB needs for them. */
  readonly pages: number;
  /** How often the driver is called. */
  readonly calls: number;
}

/**
 * Counts what {@link pageRuns} cuts, and how often the IOMMU's driver is called for it.
 *
 * Source: __iommu_map(), drivers/iommu/iommu.c, Linux 5.4 to 7.0; domain_sg_mapping() of intel_map_sg()
 * and iommu_map_page() of map_sg() in the x86 drivers of 5.4.
 */
export function countPages(
  { maps, iova: ranges }: Pick<DmaMapping, 'maps' | 'iova'>,
  pageSizes: readonly number[],
  by: PageCalls,
): PageCount {
  let pages = 0;
  let runs = 0;
  for (const { iova, phys, size } of maps) {
    for (let done = 0; done < size; runs++) {
      const next = iommuPgsize(iova + done, phys + done, size - done, pageSizes);
      pages += next.pages;
      done += next.pages * next.pageSize;
    }
  }
  if (by === 'ranges') return { pages, calls: ranges.length };
  return { pages, calls: by === 'runs' ? runs : pages };
}

/** Entries of the IOTLB that all of it needs: one for each hardware page. */
export function iotlbEntries(runs: readonly Pick<IommuRun, 'pages'>[]): number {
  return runs.reduce((sum, { pages }) => sum + pages, 0);
}

/** How many it would need in pages of the smallest size. */
export function smallestPages(
  runs: readonly Pick<IommuRun, 'pages' | 'pageSize'>[],
  granule: number,
): number {
  return runs.reduce((sum, { pages, pageSize }) => sum + (pages * pageSize) / granule, 0);
}

type Cut = Pick<IommuRun, 'iova' | 'phys' | 'pageSize' | 'pages'>;

function cut({ iova, phys, size }: IommuMap, pageSizes: readonly number[]): readonly Cut[] {
  const runs: Cut[] = [];
  let done = 0;
  while (done < size) {
    const at = { iova: iova + done, phys: phys + done };
    const next = iommuPgsize(at.iova, at.phys, size - done, pageSizes);
    runs.push({ ...at, ...next });
    done += next.pageSize * next.pages;
  }
  return runs;
}

/** Where the entries of a call lie, from their first bytes' pages on, in the order of memory. */
interface Stretches {
  readonly count: number;
  readonly entries: Int32Array;
  readonly from: Float64Array;
  /** Where their own pages end, and padding begins. */
  readonly end: Float64Array;
  /** Where the padding ends. */
  readonly to: Float64Array;
}

const NO_STRETCHES = entriesOf({ iova: 0, phys: 0, size: 0, first: 0, count: 0 }, [], 1);

/** The memory of a call lies side by side, so an entry's place in it is that of its memory. */
function entriesOf(
  { phys, size, first, count: most }: IommuMap,
  list: readonly SgEntry[],
  granule: number,
): Stretches {
  const entries = new Int32Array(most);
  const from = new Float64Array(most);
  const end = new Float64Array(most);
  const to = new Float64Array(most);
  let count = 0;
  let at = phys;
  for (let entry = first; entry < first + most; entry++) {
    const one = list[entry];
    if (!one) continue;
    const begin = Math.floor(one.phys / granule) * granule;
    // Peers by bus address between them are no part of the call.
    if (begin < at || begin >= phys + size) continue;
    at = Math.ceil((one.phys + one.length) / granule) * granule;
    if (count > 0) to[count - 1] = begin;
    entries[count] = entry;
    from[count] = begin;
    end[count] = at;
    to[count] = phys + size;
    count++;
  }
  return { count, entries, from, end, to };
}

/** Runs in pieces: where pages of padding begin and end. Both go up in the order of memory. */
function inPieces(
  runs: readonly Cut[],
  { count, entries, from, end, to }: Stretches,
  first: number,
): readonly IommuRun[] {
  const pieces: IommuRun[] = [];
  let i = 0;
  for (const run of runs) {
    const { phys, pageSize, pages } = run;
    let done = 0;
    const push = (upTo: number, isPadding: boolean) => {
      if (upTo <= done) return;
      const at = phys + done * pageSize;
      const iova = run.iova + done * pageSize;
      while (i < count && (to[i] as number) <= at) i++;
      const entry = i < count ? (entries[i] as number) : first;
      pieces.push({ iova, phys: at, pageSize, pages: upTo - done, entry, isPadding });
      done = upTo;
    };
    for (let k = i; k < count && (from[k] as number) < phys + pages * pageSize; k++) {
      if (end[k] === to[k]) continue;
      // A page that an entry only begins to fill is the entry's.
      const filled = Math.ceil(((end[k] as number) - phys) / pageSize);
      const padded = Math.min(pages, Math.floor(((to[k] as number) - phys) / pageSize));
      if (padded <= filled || padded <= done) continue;
      push(Math.max(done, filled), false);
      push(padded, true);
    }
    push(pages, false);
  }
  return pieces;
}

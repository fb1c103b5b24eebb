import type { DmaAddress } from '../dmaAddress.ts';
import type { IommuMap } from '../dmaMapping.ts';
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
 */
export function pageRuns(
  maps: readonly IommuMap[],
  pageSizes: readonly number[],
  list?: readonly SgEntry[],
): readonly IommuRun[] {
  return maps.flatMap((map) => {
    const stretches = list ? entriesOf(map, list, pageSizes[0] ?? 1) : [];
    return inPieces(cut(map, pageSizes), stretches, map.first);
  });
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

/** Where an entry of a call lies: from its first byte's page to the padding behind it. */
interface Stretch {
  readonly entry: number;
  readonly from: number;
  /** Where its own pages end, and padding begins. */
  readonly end: number;
  /** Where the padding ends. */
  readonly to: number;
}

/** The memory of a call lies side by side, so an entry's place in it is that of its memory. */
function entriesOf(
  { phys, size, first, count }: IommuMap,
  list: readonly SgEntry[],
  granule: number,
): readonly Stretch[] {
  const found: Omit<Stretch, 'to'>[] = [];
  let at = phys;
  for (let entry = first; entry < first + count; entry++) {
    const one = list[entry];
    if (!one) continue;
    const from = Math.floor(one.phys / granule) * granule;
    // Peers by bus address between them are no part of the call.
    if (from < at || from >= phys + size) continue;
    at = Math.ceil((one.phys + one.length) / granule) * granule;
    found.push({ entry, from, end: at });
  }
  return found.map((one, i) => ({ ...one, to: found[i + 1]?.from ?? phys + size }));
}

/** Runs in pieces: where pages of padding begin and end. Both go up in the order of memory. */
function inPieces(
  runs: readonly Cut[],
  stretches: readonly Stretch[],
  first: number,
): readonly IommuRun[] {
  const pieces: IommuRun[] = [];
  let i = 0;
  for (const run of runs) {
    const { phys, pageSize, pages } = run;
    let done = 0;
    const push = (upTo: number, isPadding: boolean) => {
      if (upTo <= done) return;
      const from = phys + done * pageSize;
      const iova = run.iova + done * pageSize;
      while ((stretches[i]?.to ?? Number.POSITIVE_INFINITY) <= from) i++;
      const entry = stretches[i]?.entry ?? first;
      pieces.push({ iova, phys: from, pageSize, pages: upTo - done, entry, isPadding });
      done = upTo;
    };
    for (let k = i; k < stretches.length; k++) {
      const { from, end, to } = stretches[k] as Stretch;
      if (from >= phys + pages * pageSize) break;
      if (end === to) continue;
      // A page that an entry only begins to fill is the entry's.
      const filled = Math.ceil((end - phys) / pageSize);
      const padded = Math.min(pages, Math.floor((to - phys) / pageSize));
      if (padded <= filled || padded <= done) continue;
      push(Math.max(done, filled), false);
      push(padded, true);
    }
    push(pages, false);
  }
  return pieces;
}

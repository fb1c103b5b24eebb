import type { DmaAddress } from '../dmaAddress.ts';
import type { IommuRun } from './pageRuns.ts';

/** One table of a tree: what its used entries lead to. */
export interface PageTable {
  /** 1 holds pages of 4 KiB; each level above covers 512 times as much. */
  readonly level: number;
  /** First address that it covers. */
  readonly base: DmaAddress;
  /** Which entry of the table above leads to it; `null` for the root. */
  readonly index: number | null;
  /** Tables below and pages, in the order of entries. */
  readonly entries: readonly (PageTable | PageEntries)[];
}

/** Entries of one table that lead to pages, one behind the other. */
export interface PageEntries {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly iova: DmaAddress;
  readonly phys: DmaAddress;
  readonly pageSize: number;
  readonly pages: number;
  readonly entry: number;
  readonly isPadding: boolean;
}

export interface PageTree {
  readonly root: PageTable | null;
  /** Tables of all levels, the root included: pages of memory that the tree takes. */
  readonly tables: number;
  /** Used entries of the tables that lead to pages. */
  readonly entries: number;
}

const SMALLEST = 12;
const BITS = 9;
const PER_TABLE = 2 ** BITS;

/** How much an entry of a level covers: 4 KiB, 2 MiB, 1 GiB, 512 GiB. */
function entrySize(level: number): number {
  return 2 ** (SMALLEST + (level - 1) * BITS);
}

/** The entry of a level's table that an address goes by. */
export function tableIndex(iova: DmaAddress, level: number): number {
  const entry = Math.floor(iova / entrySize(level));
  return entry - Math.floor(entry / PER_TABLE) * PER_TABLE;
}

export function isTable(one: PageTable | PageEntries): one is PageTable {
  return 'level' in one;
}

/**
 * The tables that a walk from the root to the pages of a mapping goes through, as they are with 512
 * entries each and nothing else mapped. A page between the sizes of two levels (AMD) fills as many
 * entries of the lower one as it covers.
 *
 * Source: Intel VT-d specification 3.7 (second-stage translation); AMD I/O virtualization
 * specification 2.2.3 (page size encoding).
 */
export function pageTable(runs: readonly IommuRun[], levels = 4): PageTree {
  const count = { tables: 0, entries: 0 };
  const root = runs.length === 0 ? null : table(runs, levels, null, count);
  return { root, ...count };
}

interface Counts {
  tables: number;
  entries: number;
}

function table(
  runs: readonly IommuRun[],
  level: number,
  index: number | null,
  count: Counts,
): PageTable {
  count.tables++;
  const size = entrySize(level);
  const entries: (PageTable | PageEntries)[] = [];
  const first = runs[0]?.iova ?? 0;
  const rest = [...runs].reverse();
  for (let run = rest.pop(); run; run = rest.pop()) {
    if (run.pageSize >= size) {
      entries.push(leaf(run, level));
      count.entries += (run.pages * run.pageSize) / size;
      continue;
    }
    const end = (Math.floor(run.iova / size) + 1) * size;
    const below: IommuRun[] = [];
    for (let next: IommuRun | undefined = run; next; next = rest.pop()) {
      const isHere = next.iova < end && next.pageSize < size;
      const pages = Math.min(next.pages, (end - next.iova) / next.pageSize);
      if (isHere) below.push({ ...next, pages });
      if (isHere && pages === next.pages) continue;
      rest.push(isHere ? behind(next, pages) : next);
      break;
    }
    entries.push(table(below, level - 1, tableIndex(run.iova, level), count));
  }
  const covers = size * PER_TABLE;
  return { level, base: Math.floor(first / covers) * covers, index, entries };
}

/** What is left of a run behind its first pages. */
function behind(run: IommuRun, pages: number): IommuRun {
  const done = pages * run.pageSize;
  const { iova, phys } = run;
  return { ...run, iova: iova + done, phys: phys + done, pages: run.pages - pages };
}

function leaf(run: IommuRun, level: number): PageEntries {
  const { iova, phys, pageSize, pages, entry, isPadding } = run;
  const last = iova + pages * pageSize - 1;
  return {
    firstIndex: tableIndex(iova, level),
    lastIndex: tableIndex(last, level),
    iova,
    phys,
    pageSize,
    pages,
    entry,
    isPadding,
  };
}

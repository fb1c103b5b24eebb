import { useEffect, useMemo, useState } from 'react';
import type { PairVerdict } from '../../engine/report.ts';
import type { Judge, Judgement } from '../judge.ts';
import {
  type FilteredPairs,
  filterPairs,
  NO_FILTER,
  type Pair,
  type PairFilter,
  pairAt,
} from './filterPairs.ts';
import { type PageRange, pageRange } from './paging.ts';

/** The rows on the page, and the range they are: the two always belong together. */
export interface Rows {
  readonly verdicts: readonly PairVerdict[];
  readonly range: PageRange;
  readonly total: number;
}

export interface PairView {
  readonly filter: PairFilter;
  readonly setFilter: (filter: PairFilter) => void;
  readonly filtered: FilteredPairs;
  readonly setPage: (page: number) => void;
  readonly rows: Rows | null;
}

/** Which pairs are listed, and the full verdicts of those in sight. */
export function usePairView(judge: Judge, judgement: Judgement): PairView {
  const [filter, setFilter] = useState(NO_FILTER);
  const [page, setPage] = useState(0);
  const [rows, setRows] = useState<Rows | null>(null);
  const { table } = judgement;
  const filtered = useMemo(() => filterPairs(table, filter), [table, filter]);

  useEffect(() => {
    const total = filtered.cells.length;
    const range = pageRange(total, page);
    const pairs: Pair[] = [];
    for (const cell of filtered.cells.subarray(range.begin, range.end)) {
      pairs.push(pairAt(table, cell));
    }
    let stale = false;
    void judge.verdicts(pairs).then((verdicts) => {
      if (!stale) setRows({ verdicts, range, total });
    });
    return () => {
      stale = true;
    };
  }, [judge, table, filtered, page]);

  return {
    filter,
    setFilter: (next) => {
      setFilter(next);
      setPage(0);
    },
    filtered,
    setPage,
    rows,
  };
}

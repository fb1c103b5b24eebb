/** What the lists of a case were, for tables; those that were compared. */
export interface ListCounts {
  readonly lists: number;
  /** The mapping failed. */
  readonly refused: number;
  /** Fewer DMA entries than entries. */
  readonly joined: number;
  /** IOVAs were compared as they are, and not only with each other. */
  readonly absolute: number;
  readonly outputs: number;
  /** Known to be bus addresses. */
  readonly bus: number;
  readonly iova: number;
  readonly bounced: number;
  readonly unwritten: number;
  /** Untranslated, before the mark for bus addresses: the kernel does not show which way was meant. */
  readonly wayNotShown: number;
  /** Transfers of which the data were compared as well. */
  readonly data: number;
}

export const NO_LISTS: ListCounts = {
  lists: 0,
  refused: 0,
  joined: 0,
  absolute: 0,
  outputs: 0,
  bus: 0,
  iova: 0,
  bounced: 0,
  unwritten: 0,
  wayNotShown: 0,
  data: 0,
};

/** Both together. */
export function addCounts(a: ListCounts, b: ListCounts): ListCounts {
  const sums = { ...a };
  for (const key of Object.keys(sums) as (keyof ListCounts)[]) {
    (sums as Record<keyof ListCounts, number>)[key] = a[key] + b[key];
  }
  return sums;
}

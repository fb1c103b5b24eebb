import type { Seats } from './shelves.ts';

/** Leaves in rows below one another: those of each column, by what they hang from. */
export interface LeafBlock {
  /** That a column may have. */
  readonly rows: number;
  readonly count: number;
  readonly columns: readonly (readonly string[])[];
}

/**
 * The choices of a drawing that sizes alone would decide anew with every edit. Given to the next
 * drawing of the same document, what was not touched stays where it was.
 */
export interface Arrangement {
  /** Of sockets and hosts that stand by themselves, by their id. */
  readonly seats: ReadonlyMap<string, Seats>;
  readonly leaves: readonly LeafBlock[];
}

export const NO_ARRANGEMENT: Arrangement = { seats: new Map(), leaves: [] };

/** What stands for everything without a known parent, among the ids of sockets and hosts. */
export const ORPHANS = 'orphans';

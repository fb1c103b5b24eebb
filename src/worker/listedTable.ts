import type { Analysis, PairTable } from '../engine/analyze.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { Listing } from './protocol.ts';
import type { Slices } from './slices.ts';

/** The table of all listed functions, made in slices; `null` when it was given up on the way. */
export function listedTable(
  analysis: Analysis,
  listing: Listing,
  slices: Slices,
): Promise<PairTable | null> {
  const { functions } = analysis.asRead;
  const listed = functions.filter((fn) => listing === 'all' || isEndpointLike(fn));
  const rows = analysis.tableInSteps(listed.map((fn) => fn.id));
  return slices.through(rows, (row) => row / listed.length);
}

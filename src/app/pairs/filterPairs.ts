import type { PairTable } from '../../engine/analyze.ts';
import type { FunctionId } from '../../model/ids.ts';
import {
  kindOfBits,
  VERDICT_KINDS,
  type VerdictCounts,
  type VerdictKind,
} from '../../parts/verdictWords.ts';

/** `null`: any. */
export interface PairFilter {
  readonly provider: FunctionId | null;
  readonly client: FunctionId | null;
  readonly kind: VerdictKind | null;
  /** Also pairs of a function with itself, which say little and come last. */
  readonly withItself: boolean;
}

export const NO_FILTER: PairFilter = {
  provider: null,
  client: null,
  kind: null,
  withItself: false,
};

export interface FilteredPairs {
  /** Places in the table of the pairs to list, in order. */
  readonly cells: Uint32Array;
  /** Of the pairs that all but the verdict's filter lets through. */
  readonly counts: VerdictCounts;
}

/** Index of each outcome's kind, so that a million cells are counted without a string. */
const KIND_INDEX = Uint8Array.from({ length: 8 }, (_, bits) =>
  VERDICT_KINDS.indexOf(kindOfBits(bits)),
);

/**
 * Picks pairs from a table without making an object for any of them: a machine of a thousand
 * endpoints has a million.
 */
export function filterPairs(table: PairTable, filter: PairFilter): FilteredPairs {
  const size = table.functions.length;
  const providers = range(table, filter.provider);
  const clients = range(table, filter.client);
  const wanted = filter.kind === null ? -1 : VERDICT_KINDS.indexOf(filter.kind);
  const counts = [0, 0, 0, 0];
  const cells = new Uint32Array((providers.end - providers.begin) * (clients.end - clients.begin));
  const own: number[] = [];
  let length = 0;
  for (let provider = providers.begin; provider < providers.end; provider++) {
    for (let client = clients.begin; client < clients.end; client++) {
      if (provider === client && !filter.withItself) continue;
      const cell = provider * size + client;
      const kind = KIND_INDEX[table.possible[cell] ?? 0] ?? 0;
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (wanted >= 0 && kind !== wanted) continue;
      if (provider === client) own.push(cell);
      else cells[length++] = cell;
    }
  }
  for (const cell of own) cells[length++] = cell;
  return { cells: cells.subarray(0, length), counts: countsOf(counts) };
}

/** The rows or columns of one function, or all. One that the table lacks has none. */
function range(
  table: PairTable,
  id: FunctionId | null,
): { readonly begin: number; readonly end: number } {
  if (id === null) return { begin: 0, end: table.functions.length };
  const place = table.functions.indexOf(id);
  return place < 0 ? { begin: 0, end: 0 } : { begin: place, end: place + 1 };
}

function countsOf(numbers: readonly number[]): VerdictCounts {
  const [BUS_ADDR = 0, THRU_HOST_BRIDGE = 0, NOT_SUPPORTED = 0, unknown = 0] = numbers;
  return { BUS_ADDR, THRU_HOST_BRIDGE, NOT_SUPPORTED, unknown };
}

export interface Pair {
  readonly provider: FunctionId;
  readonly client: FunctionId;
}

/** The pair at a place of the table. */
export function pairAt(table: PairTable, cell: number): Pair {
  const size = table.functions.length;
  const provider = table.functions[Math.floor(cell / size)];
  const client = table.functions[cell % size];
  if (provider === undefined || client === undefined) throw new RangeError(`no pair at ${cell}`);
  return { provider, client };
}

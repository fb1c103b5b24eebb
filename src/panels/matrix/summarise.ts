import type { PairTable } from '../../engine/analyze.ts';
import { DEVICE_KIND_WORDS, type DeviceKind } from '../../model/deviceKind.ts';
import {
  formatCount,
  kindOfBits,
  VERDICT_KINDS,
  type VerdictCounts,
  type VerdictKind,
} from '../../parts/verdictWords.ts';
import { KIND_ORDER, kindTitle } from './kinds.ts';

/** The verdicts between all providers of one kind and all clients of another. */
export interface KindPair {
  readonly provider: DeviceKind;
  readonly client: DeviceKind;
  readonly counts: VerdictCounts;
}

export interface Summary {
  readonly total: VerdictCounts;
  /** In the order of the kinds; those without a pair are left out. */
  readonly pairs: readonly KindPair[];
}

/** Index of each outcome's verdict, so that a million cells are counted without a string. */
const VERDICT_INDEX = Uint8Array.from({ length: 8 }, (_, bits) =>
  VERDICT_KINDS.indexOf(kindOfBits(bits)),
);
const VERDICTS = VERDICT_KINDS.length;

/**
 * Counts the ordered pairs of a table by the kinds of their ends; pairs of a function with itself
 * do not count.
 *
 * @param kinds of each function that the table lists, in its order
 */
export function summarise(table: PairTable, kinds: readonly DeviceKind[]): Summary {
  const size = table.functions.length;
  const kindAt = Uint8Array.from(kinds, (kind) => KIND_ORDER.indexOf(kind));
  const counted = new Uint32Array(KIND_ORDER.length ** 2 * VERDICTS);
  const { possible } = table;
  for (let provider = 0; provider < size; provider++) {
    const from = (kindAt[provider] ?? 0) * KIND_ORDER.length;
    const row = provider * size;
    for (let client = 0; client < size; client++) {
      if (client === provider) continue;
      const verdict = VERDICT_INDEX[possible[row + client] ?? 0] ?? 0;
      const at = (from + (kindAt[client] ?? 0)) * VERDICTS + verdict;
      counted[at] = (counted[at] ?? 0) + 1;
    }
  }
  const pairs: KindPair[] = [];
  const total = new Uint32Array(VERDICTS);
  for (const [from, provider] of KIND_ORDER.entries()) {
    for (const [to, client] of KIND_ORDER.entries()) {
      const begin = (from * KIND_ORDER.length + to) * VERDICTS;
      const counts = counted.subarray(begin, begin + VERDICTS);
      if (counts.every((count) => count === 0)) continue;
      for (const [index, count] of counts.entries()) total[index] = (total[index] ?? 0) + count;
      pairs.push({ provider, client, counts: countsOf(counts) });
    }
  }
  return { total: countsOf(total), pairs };
}

/** The pairs between providers and clients of some kinds, out of what is counted already. */
export function countOfKinds(
  { pairs }: Summary,
  providers: ReadonlySet<DeviceKind>,
  clients: ReadonlySet<DeviceKind>,
): VerdictCounts {
  const sum = { BUS_ADDR: 0, THRU_HOST_BRIDGE: 0, NOT_SUPPORTED: 0, unknown: 0 };
  for (const { provider, client, counts } of pairs) {
    if (!providers.has(provider) || !clients.has(client)) continue;
    for (const kind of VERDICT_KINDS) sum[kind] += counts[kind];
  }
  return sum;
}

/** Counts the pairs that a matrix of these rows and columns (places of the table) shows. */
export function countShown(
  table: PairTable,
  rows: readonly number[],
  columns: readonly number[],
): VerdictCounts {
  const counted = new Uint32Array(VERDICTS);
  const size = table.functions.length;
  for (const row of rows) {
    for (const column of columns) {
      if (row === column) continue;
      const verdict = VERDICT_INDEX[table.possible[row * size + column] ?? 0] ?? 0;
      counted[verdict] = (counted[verdict] ?? 0) + 1;
    }
  }
  return countsOf(counted);
}

function countsOf(numbers: Uint32Array): VerdictCounts {
  const [BUS_ADDR = 0, THRU_HOST_BRIDGE = 0, NOT_SUPPORTED = 0, unknown = 0] = numbers;
  return { BUS_ADDR, THRU_HOST_BRIDGE, NOT_SUPPORTED, unknown };
}

export function countAll(counts: VerdictCounts): number {
  return VERDICT_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

const SHORT_WORDS: Readonly<Record<VerdictKind, string>> = {
  BUS_ADDR: 'direct',
  THRU_HOST_BRIDGE: 'via host',
  NOT_SUPPORTED: 'refused',
  unknown: 'unknown',
};

export interface CountWords {
  readonly kind: VerdictKind;
  readonly count: number;
  /** "24 direct" */
  readonly text: string;
}

/** Each verdict with its count; unknown ones only where there are any. */
export function countParts(counts: VerdictCounts): readonly CountWords[] {
  return VERDICT_KINDS.filter((kind) => kind !== 'unknown' || counts.unknown > 0).map((kind) => ({
    kind,
    count: counts[kind],
    text: `${formatCount(counts[kind])} ${SHORT_WORDS[kind]}`,
  }));
}

/** "24 direct, 8 via host, 32 refused" */
export function countsWords(counts: VerdictCounts): string {
  return countParts(counts)
    .map(({ text }) => text)
    .join(', ');
}

/** "GPUs × NICs" */
export function kindPairTitle({ provider, client }: Pick<KindPair, 'provider' | 'client'>): string {
  return `${kindTitle(provider)} × ${DEVICE_KIND_WORDS[client].many}`;
}

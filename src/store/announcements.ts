import type { PairTable } from '../engine/analyze.ts';
import type { PairVerdict } from '../engine/report.ts';
import { comparePairs, countVerdicts } from '../worker/pairCounts.ts';
import type { PairCounts } from '../worker/protocol.ts';
import type { ChosenPair, PartId } from './state.ts';

// What a screen reader is told. Short, and the news first.

/**
 * "All 36 pairs: 12 direct, 4 through the host bridge, 20 refused." Outcomes without a pair are left
 * out. Of all pairs, whatever the matrix shows: its legend says of how many it speaks, too.
 */
export function judgedWords(table: PairTable): string {
  const counts = countVerdicts(table);
  const { direct, viaHost, refused, unknown } = counts;
  const all = direct + viaHost + refused + unknown;
  if (all === 0) return 'No pairs to judge.';
  const pairs = all === 1 ? 'pair' : 'pairs';
  return `All ${formatCount(all)} ${pairs}: ${counted(counts, NOW).map(spelled).join(', ')}.`;
}

/** The live region after these words: the same ones are read out again only if they differ. */
export function said(before: string, words: string | null): string {
  if (words === null) return before;
  return words === before ? `${words}\u00a0` : words;
}

export const NO_CHANGE = 'No verdict changes.';

/** "4 pairs became direct, 2 became refused, 14 are new. All 36 pairs: 12 direct …" */
export function changedWords(before: PairTable, after: PairTable): string {
  const { became, added, lost } = comparePairs(before, after);
  const came = Object.values(added).reduce((sum, count) => sum + count, 0);
  const [first, ...others] = [
    ...counted(became, BECAME),
    { count: came, words: came === 1 ? 'is new' : 'are new' },
    { count: lost, words: lost === 1 ? 'is gone' : 'are gone' },
  ].filter(({ count }) => count > 0);
  if (!first) return NO_CHANGE;
  // What is counted is named with the first count.
  const pairs = first.count === 1 ? 'pair' : 'pairs';
  const changes = [`${formatCount(first.count)} ${pairs} ${first.words}`, ...others.map(spelled)];
  return `${changes.join(', ')}. ${judgedWords(after)}`;
}

/** "Done: set ACS RR on 0000:02:00.0." Titles of steps say what to do; this says that it was done. */
export function editedWords(title: string): string {
  return `Done: ${title}.`;
}

/** What to call a part, where it is read out. */
export type Naming = (id: PartId) => string;

/** "gpu0 to nic0: BUS_ADDR, distance 4." All that is open is named. */
export function pairWords(verdict: PairVerdict, nameOf: Naming): string {
  const { provider, client, possible, distance } = verdict;
  const ends = `${nameOf(provider)} to ${nameOf(client)}`;
  return `${ends}: ${possible.join(' or ')}, distance ${distance ?? 'not known'}.`;
}

/**
 * What was done to the pair: "Provider set: gpu0." Shorter where the verdict follows, which names both
 * ends; nothing where it says all.
 */
export function chosenWords(before: ChosenPair, after: ChosenPair, nameOf: Naming): string {
  const { provider, client } = after;
  if (provider !== null && provider === client) {
    return `${nameOf(provider)} is both ends: that is no pair.`;
  }
  if (provider === null && client === null) return 'Pair cleared.';
  if (provider === before.client && client === before.provider) {
    return 'Provider and client swapped.';
  }
  const isWhole = provider !== null && client !== null;
  const changed = [
    ...(provider === before.provider
      ? []
      : [endWords('Provider', provider && nameOf(provider), isWhole)]),
    ...(client === before.client ? [] : [endWords('Client', client && nameOf(client), isWhole)]),
  ];
  return isWhole && changed.length > 1 ? '' : changed.join(' ');
}

function endWords(end: string, name: string | null, isWhole: boolean): string {
  if (name === null) return `${end} cleared.`;
  return isWhole ? `${end} set.` : `${end} set: ${name}.`;
}

/** "5 parts selected."; `null` for a single part, which is read out where it stands. */
export function selectedWords(
  before: ReadonlySet<PartId>,
  after: ReadonlySet<PartId>,
  nameOf: Naming,
): string | null {
  const isSame = before.size === after.size && [...after].every((part) => before.has(part));
  if (isSame || (after.size === 1 && before.size <= 1)) return null;
  if (after.size === 0) return 'Nothing selected.';
  const [only, ...others] = after;
  if (only !== undefined && others.length === 0) return `${nameOf(only)} selected.`;
  return `${formatCount(after.size)} parts selected.`;
}

export function undoneWords(title: string): string {
  return `Undone: ${title}.`;
}

export function redoneWords(title: string): string {
  return `Redone: ${title}.`;
}

/** "Opened machine.txt, 24 functions." */
export function openedWords(name: string, functions: number): string {
  const size = `${formatCount(functions)} ${functions === 1 ? 'function' : 'functions'}`;
  // Dumps without a name are called by their size.
  return name.endsWith(size) ? `Opened ${name}.` : `Opened ${name}, ${size}.`;
}

const NOW: Readonly<Record<keyof PairCounts, string>> = {
  direct: 'direct',
  viaHost: 'through the host bridge',
  refused: 'refused',
  unknown: 'unknown',
};

const BECAME: Readonly<Record<keyof PairCounts, string>> = {
  direct: 'became direct',
  viaHost: 'now go through the host bridge',
  refused: 'became refused',
  unknown: 'became unknown',
};

interface Counted {
  readonly count: number;
  readonly words: string;
}

/** Each outcome that some pairs have, most welcome first. */
function counted(
  counts: PairCounts,
  words: Readonly<Record<keyof PairCounts, string>>,
): readonly Counted[] {
  const kinds = (Object.keys(words) as (keyof PairCounts)[]).filter((kind) => counts[kind] > 0);
  return kinds.map((kind) => {
    const count = counts[kind];
    const is = words[kind];
    return { count, words: count === 1 ? is.replace(/^now go /, 'now goes ') : is };
  });
}

function spelled({ count, words }: Counted): string {
  return `${formatCount(count)} ${words}`;
}

const COUNT = new Intl.NumberFormat('en');

function formatCount(count: number): string {
  return COUNT.format(count);
}

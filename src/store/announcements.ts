import type { PairTable } from '../engine/analyze.ts';
import type { PairVerdict } from '../engine/report.ts';
import { countChanges, countVerdicts, type VerdictCounts } from './verdictCounts.ts';

// What a screen reader is told. Short, and the news first.

/** "12 pairs direct, 4 through the host bridge, 20 refused." Outcomes without a pair are left out. */
export function judgedWords(table: PairTable): string {
  const said = listed(countVerdicts(table), NOW);
  return said === null ? 'No pairs to judge.' : `${said}.`;
}

/** The live region after these words: the same ones are read out again only if they differ. */
export function said(before: string, words: string | null): string {
  if (words === null) return before;
  return words === before ? `${words}\u00a0` : words;
}

export const NO_CHANGE = 'No verdict changes.';

/** "4 pairs became direct, 2 became refused. In all, 12 pairs direct …" */
export function changedWords(before: PairTable, after: PairTable): string {
  const changes = countChanges(before, after);
  if (changes === null) return judgedWords(after);
  const said = listed(changes, BECAME);
  if (said === null) return NO_CHANGE;
  return `${said}. In all, ${judgedWords(after)}`;
}

/** "set ACS RR on 0000:02:00.0." */
export function editedWords(title: string): string {
  return `${capitalised(title)}.`;
}

/** "0000:03:00.0 to 0000:04:00.0: BUS_ADDR, distance 4." All that is open is named. */
export function pairWords({ provider, client, possible, distance }: PairVerdict): string {
  return `${provider} to ${client}: ${possible.join(' or ')}, distance ${distance ?? 'not known'}.`;
}

export function undoneWords(title: string): string {
  return `Undone: ${title}.`;
}

export function redoneWords(title: string): string {
  return `Redone: ${title}.`;
}

/** "Opened machine.txt, 24 functions." */
export function openedWords(name: string, functions: number): string {
  return `Opened ${name}, ${formatCount(functions)} ${functions === 1 ? 'function' : 'functions'}.`;
}

const NOW: Readonly<Record<keyof VerdictCounts, string>> = {
  direct: 'direct',
  viaHost: 'through the host bridge',
  refused: 'refused',
  unknown: 'unknown',
};

const BECAME: Readonly<Record<keyof VerdictCounts, string>> = {
  direct: 'became direct',
  viaHost: 'now go through the host bridge',
  refused: 'became refused',
  unknown: 'became unknown',
};

function listed(
  counts: VerdictCounts,
  words: Readonly<Record<keyof VerdictCounts, string>>,
): string | null {
  const kinds = (Object.keys(words) as (keyof VerdictCounts)[]).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return null;
  return kinds
    .map((kind, index) => {
      const count = counts[kind];
      const pairs = index > 0 ? '' : count === 1 ? ' pair' : ' pairs';
      const came = count === 1 ? words[kind].replace(/^now go /, 'now goes ') : words[kind];
      return `${formatCount(count)}${pairs} ${came}`;
    })
    .join(', ');
}

const COUNT = new Intl.NumberFormat('en');

function formatCount(count: number): string {
  return COUNT.format(count);
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

import type { PairCounts, Preview } from '../worker/protocol.ts';

const COUNT = new Intl.NumberFormat('en');

const OUTCOMES: Readonly<Record<keyof PairCounts, string>> = {
  direct: 'direct',
  viaHost: 'through the host bridge',
  refused: 'refused',
  unknown: 'unknown',
};

const BECOME: Readonly<Record<keyof PairCounts, readonly [one: string, several: string]>> = {
  direct: ['becomes direct', 'become direct'],
  viaHost: ['goes through the host bridge', 'go through the host bridge'],
  refused: ['becomes refused', 'become refused'],
  unknown: ['becomes unknown', 'become unknown'],
};

/**
 * What a drop would change, in sentences: "4 pairs become direct, 2 become refused." The first
 * finding follows, and how many there are besides.
 */
export function previewWords(preview: Preview | 'failed'): string {
  if (preview === 'failed') return 'What it would change could not be worked out.';
  const { became, added, lost, findings } = preview;
  const changes = [
    ...becomeWords(became),
    ...addedWords(added),
    ...(lost > 0 ? [`${pairs(lost)} ${lost === 1 ? 'goes' : 'go'}.`] : []),
  ];
  const [first, ...others] = findings;
  return [
    ...(changes.length > 0 ? changes : ['No verdict changes.']),
    ...(first === undefined ? [] : [ended(first)]),
    ...(others.length > 0
      ? [`${formatCount(others.length)} more ${others.length === 1 ? 'finding' : 'findings'}.`]
      : []),
  ].join(' ');
}

function becomeWords(counts: PairCounts): readonly string[] {
  const parts = present(counts).map((kind, index) => {
    const count = counts[kind];
    const [one, several] = BECOME[kind];
    return `${index === 0 ? pairs(count) : formatCount(count)} ${count === 1 ? one : several}`;
  });
  return parts.length > 0 ? [`${parts.join(', ')}.`] : [];
}

function addedWords(counts: PairCounts): readonly string[] {
  const kinds = present(counts);
  const [only, ...others] = kinds;
  if (only === undefined) return [];
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  if (others.length === 0) return [`Adds ${pairs(all)}, ${OUTCOMES[only]}.`];
  const each = kinds.map((kind) => `${formatCount(counts[kind])} ${OUTCOMES[kind]}`);
  return [`Adds ${pairs(all)}: ${each.join(', ')}.`];
}

function present(counts: PairCounts): readonly (keyof PairCounts)[] {
  return (Object.keys(OUTCOMES) as (keyof PairCounts)[]).filter((kind) => counts[kind] > 0);
}

function pairs(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'pair' : 'pairs'}`;
}

function formatCount(count: number): string {
  return COUNT.format(count);
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

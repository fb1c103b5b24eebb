import type { CataloguePart, PartKind } from '../../catalogue/part.ts';
import { USUAL_SERVER } from '../../catalogue/usualServer.ts';
import { parseWish, type Wish } from './parseWish.ts';

/** What people call kinds of parts, besides the words of a sketch. */
const CALLED: Readonly<Record<PartKind, string>> = {
  socket: 'socket',
  host: 'host platform server cpu processor root complex socket',
  port: 'port root',
  switch: 'switch pcie',
  bridge: 'bridge pci',
  vmd: 'vmd volume management raid',
  gpu: 'gpu graphics accelerator',
  nvme: 'nvme drive ssd disk storage',
  nic: 'nic network ethernet infiniband rdma',
  fpga: 'fpga accelerator',
  hfi: 'hfi fabric omni-path',
  card: 'card device',
  rciep: 'rciep integrated',
  ntb: 'ntb bridge',
  mgmt: 'mgmt management bmc',
  fn: 'fn function',
  slot: 'slot connector',
};

/** Kinds in the order in which they are offered where nothing is asked for. */
const ORDER: readonly PartKind[] = [
  'host',
  'switch',
  'gpu',
  'nic',
  'nvme',
  'slot',
  'port',
  'card',
  'fpga',
  'bridge',
  'vmd',
  'hfi',
  'ntb',
  'rciep',
  'mgmt',
  'fn',
];

export interface Asked {
  readonly count: number;
  /** The likeliest first: those that are called so, then those of which a remark says it. */
  readonly parts: readonly CataloguePart[];
  /** How many are called so. */
  readonly called: number;
}

/** What was typed, in the first way of reading it that finds something. */
export function searchParts(catalogue: readonly CataloguePart[], text: string): Asked {
  const readings = parseWish(text);
  for (const { count, words } of readings) {
    const found = findParts(catalogue, words);
    const parts = found.map(({ part }) => part);
    const called = found.filter(({ rank }) => rank >= CALLED_SO).length;
    if (parts.length > 0) return { count, parts, called };
  }
  return { count: (readings[0] as Wish).count, parts: [], called: 0 };
}

/** What a part has at least of which the name or kind answers to every word. */
const CALLED_SO = 1000;

interface Ranked {
  readonly part: CataloguePart;
  readonly rank: number;
}

function findParts(catalogue: readonly CataloguePart[], text: string): readonly Ranked[] {
  const words = text.toLowerCase().split(' ').filter(Boolean);
  return catalogue
    .map((part) => ({ part, rank: rankOf(part, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
}

/** How well a part answers to all of the words; 0: not at all. */
function rankOf(part: CataloguePart, words: readonly string[]): number {
  const isUsual = part.id === (part.kind === 'host' ? USUAL_SERVER : part.kind);
  let rank = 1 + CALLED_SO + (isUsual ? 20 : 0) - ORDER.indexOf(part.kind) / 100;
  if (words.length === 0) return rank;
  let isCalled = true;
  const maker = part.kind === 'host' ? part.maker : '';
  const names = [part.id, part.title, ...part.aliases].join(' ').toLowerCase();
  const kinds = CALLED[part.kind];
  const rest = `${maker} ${part.note}`.toLowerCase();
  for (const word of words) {
    if (part.id === word) rank += 90;
    else if (part.kind === word) rank += 60;
    else if (startsWord(names, word)) rank += 30;
    else if (startsWord(kinds, word)) rank += 20;
    else if (names.includes(word) && !FIGURE.test(word)) rank += 10;
    else if (startsWord(rest, word) && !FIGURE.test(word)) isCalled = false;
    else return 0;
  }
  // Of several that answer to it, the one with the shortest name is meant.
  return rank - part.title.length / 1000 - (isCalled ? 0 : CALLED_SO);
}

/** `x4` in a remark is no name. */
const FIGURE = /^[x×]?\d+[x×]?$/;

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

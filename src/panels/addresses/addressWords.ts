import { hex64 } from '../../base/hex.ts';
import type { Region } from '../../build/addressMap.ts';
import { groupsOfFour, sizeWords } from '../words/registerWords.ts';
import { type Filter, sizeOf } from './addressRows.ts';

export const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  memory: 'All memory',
  above: 'Above 4 GiB',
  below: 'Below 4 GiB',
  ports: 'I/O ports',
};

/** `0x38bf c000 0000`: an address in groups of four digits. */
export function addressText(address: bigint): string {
  return groupsOfFour(hex64(address)).join(' ');
}

/** `128 GiB`; of a BAR of which the end is not shown, that. */
export function sizeText(region: Region): string {
  const { owner } = region;
  return owner.kind === 'bar' && owner.isSizeUnknown ? 'not shown' : bytesText(sizeOf(region));
}

export function bytesText(bytes: bigint): string {
  return sizeWords(Number(bytes));
}

/** `128G`, where room is short. */
export function shortSize(bytes: bigint): string {
  const [amount = '', unit = ''] = bytesText(bytes).split(' ');
  return unit === 'bytes' ? `${amount}B` : `${amount}${unit.slice(0, 1)}`;
}

/** What a region is: `prefetchable window`, `BAR 2, prefetchable`, `BAR 4, prefetchable, for peers`. */
export function kindText({ owner, kind }: Region): string {
  const space = { io: 'I/O', memory: 'memory', prefetchable: 'prefetchable' }[kind];
  if (owner.kind !== 'bar') return `${space} window`;
  return [barText(owner), space, ...(owner.isP2pMemory ? ['for peers'] : [])].join(', ');
}

/** `BAR 2`, `ROM`, `8 × VF BAR 0`. */
export function barText({
  bar,
  copies,
}: {
  readonly bar: number;
  readonly copies: number;
}): string {
  if (copies > 0) return `${copies} × VF BAR ${bar}`;
  return bar === 6 ? 'ROM' : `BAR ${bar}`;
}

import { UNKNOWN } from '../../base/unknown.ts';
import type { P2pMemory } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import type { Codec } from './codec.ts';
import { readSize, writeSize } from './size.ts';

const BAR = /^(\d{1,2}):([^/]+)((?:\/[^/]+)*)$/;

function readBar(text: string): Bar | undefined {
  const match = BAR.exec(text);
  if (!match) return undefined;
  const [, index = '', sizeText = '', marks = ''] = match;
  const size = sizeText === '?' ? UNKNOWN : readSize(sizeText);
  if (size === null) return undefined;
  let bar: Bar = {
    index: Number(index),
    kind: 'memory',
    is64bit: false,
    prefetchable: false,
    address: null,
    size,
    resizableTo: null,
  };
  for (const mark of marks.split('/').slice(1)) {
    const next = marked(bar, mark);
    if (!next) return undefined;
    bar = next;
  }
  return bar;
}

function marked(bar: Bar, mark: string): Bar | undefined {
  if (mark === 'io') return { ...bar, kind: 'io' };
  if (mark === '64') return { ...bar, is64bit: true };
  if (mark === 'p') return { ...bar, prefetchable: true };
  if (mark === '64p') return { ...bar, is64bit: true, prefetchable: true };
  if (mark === 'r?') return { ...bar, resizableTo: UNKNOWN };
  if (!mark.startsWith('r')) return undefined;
  const sizes = mark === 'r' ? [] : mark.slice(1).split('+').map(readSize);
  const known = sizes.filter((size) => size !== null);
  return known.length === sizes.length ? { ...bar, resizableTo: known } : undefined;
}

function writeBar(bar: Bar): string {
  const { index, kind, is64bit, prefetchable, size, resizableTo } = bar;
  const marks = [
    kind === 'io' ? '/io' : '',
    is64bit || prefetchable ? `/${is64bit ? '64' : ''}${prefetchable ? 'p' : ''}` : '',
    resizableTo === null
      ? ''
      : `/r${resizableTo === UNKNOWN ? '?' : resizableTo.map(writeSize).join('+')}`,
  ];
  return `${index}:${size === UNKNOWN ? '?' : writeSize(size)}${marks.join('')}`;
}

/** A list of BARs: `0:16M,1:128G/64p/r256M+128G,4:32/io`. Addresses are no part of it. */
export const BARS: Codec<readonly Bar[]> = {
  read: (text) => {
    if (text === '-') return [];
    const bars = text.split(',').map(readBar);
    const read = bars.filter((bar) => bar !== undefined);
    return read.length === bars.length && bars.length <= 64 ? read : undefined;
  },
  write: (bars) => (bars.length === 0 ? '-' : bars.map(writeBar).join(',')),
  expected:
    'BARs such as 0:16M/64p,4:32/io (number, size, 64, p, io, r for resizable), or - for none',
  values: ['0:16K/64', '0:16M/64p,2:64K/64p'],
};

const P2P = /^(\d{1,2})\+([^:]+):([^,]+)(,unpublished)?$/;

function readMemory(text: string): P2pMemory | undefined {
  const match = P2P.exec(text);
  if (!match) return undefined;
  const offset = readSize(match[2] ?? '');
  const size = readSize(match[3] ?? '');
  if (offset === null || size === null) return undefined;
  return { bar: Number(match[1]), offset, size, published: match[4] === undefined };
}

/** Memory for peers: `2+0:1G`, several with a semicolon between them. */
export const P2P_MEMORY: Codec<readonly P2pMemory[]> = {
  read: (text) => {
    if (text === '-') return [];
    const memories = text.split(';').map(readMemory);
    const read = memories.filter((memory) => memory !== undefined);
    return read.length === memories.length && memories.length <= 64 ? read : undefined;
  },
  write: (memories) =>
    memories.length === 0
      ? '-'
      : memories
          .map(
            ({ bar, offset, size, published }) =>
              `${bar}+${writeSize(offset)}:${writeSize(size)}${published ? '' : ',unpublished'}`,
          )
          .join(';'),
  expected: 'BAR+OFFSET:SIZE such as 2+0:1G, with ,unpublished where it is, or - for none',
  values: ['0+0:1G', '2+0:64M'],
};

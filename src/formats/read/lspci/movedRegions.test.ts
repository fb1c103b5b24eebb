import { expect, it } from 'vitest';
import type { Hex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';
import { type Facts, putFact } from '../configSpace/functionFacts.ts';
import { movedRegions, noteMoves } from './movedRegions.ts';

function factsOf(...addresses: readonly (string | null)[]): Facts {
  const bars = addresses.map(
    (address, index): Bar => ({
      index,
      kind: index === 3 ? 'io' : 'memory',
      is64bit: false,
      prefetchable: false,
      address: address as Hex64 | null,
      size: UNKNOWN,
      resizableTo: UNKNOWN,
    }),
  );
  const facts: Facts = {};
  putFact(facts, 'bars', bars, 7);
  return facts;
}

it.each([
  ['nothing', ['0x1000', '0x2000'], ['0x1000', '0x2000'], []],
  [
    'one offset',
    ['0x4010000000', '0x4020000000'],
    ['0x10000000', '0x20000000'],
    ['differ by 0x4000000000 '],
  ],
  ['a bus above the CPU', ['0x1000'], ['0x3000'], ['differ by -0x2000 ']],
  [
    'several offsets',
    ['0x1000', '0x2000', '0x3000'],
    ['0x1000', '0x5000', '0x7000'],
    ['region 1 of 0000:01:00.0 (and 1 more'],
  ],
  ['regions without addresses', [null, '0x1000'], ['0x1000', null], []],
  ['ports', [null, null, null, '0x1000'], [null, null, null, '0x2000'], []],
])('tells of %s', (_, words, registers, texts) => {
  const moves = movedRegions(factsOf(...words), factsOf(...registers), '0000:01:00.0');
  expect(noteMoves(moves)).toEqual(
    texts.map((text) =>
      expect.objectContaining({ severity: 'note', line: 7, text: expect.stringContaining(text) }),
    ),
  );
});

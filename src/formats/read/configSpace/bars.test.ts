import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { decodeBars, decodeRomBar } from './bars.ts';
import { configSpace } from './configSpace.testkit.ts';

const bar = (index: number, change: object) => ({
  index,
  kind: 'memory',
  is64bit: false,
  prefetchable: false,
  address: null,
  size: UNKNOWN,
  resizableTo: UNKNOWN,
  ...change,
});

describe('decodeBars', () => {
  it.each([
    ['32-bit memory', '00 00 40 f1', [bar(0, { address: '0xf1400000' })]],
    ['prefetchable memory', '08 00 00 d0', [bar(0, { address: '0xd0000000', prefetchable: true })]],
    ['I/O', '01 18 00 00', [bar(0, { kind: 'io', address: '0x1800' })]],
    [
      '64-bit memory, which takes two registers',
      '0c 00 00 00 38 00 00 00 01 e0 00 00',
      [
        bar(0, { address: '0x3800000000', is64bit: true, prefetchable: true }),
        bar(2, { kind: 'io', address: '0xe000' }),
      ],
    ],
    ['64-bit memory without an address', '04 00 00 00', [bar(0, { is64bit: true })]],
    ['nothing in zeros and ones', '00 00 00 00 ff ff ff ff', []],
  ])('reads %s', (_, bytes, expected) => {
    expect(decodeBars(configSpace(64, { 16: bytes }), 0x10, 6)).toEqual(expected);
  });

  it('knows nothing of registers that were not printed', () => {
    expect(decodeBars(configSpace(0x20, {}), 0x10, 6)).toBeNull();
  });

  it('never takes a 64-bit BAR beyond the last register', () => {
    const space = configSpace(64, { 20: '04 00 00 f0' });
    expect(decodeBars(space, 0x10, 2)).toEqual([bar(1, { address: '0xf0000000' })]);
  });
});

describe('decodeRomBar', () => {
  it.each([
    ['01 00 40 f1', '0xf1400000'],
    ['00 00 00 00', null],
    ['ff ff ff ff', null],
    ['01 00 00 00', null],
  ])('%s', (bytes, address) => {
    const rom = decodeRomBar(configSpace(64, { 48: bytes }), 0x30);
    expect(rom?.address ?? null).toBe(address);
  });
});

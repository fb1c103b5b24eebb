import { describe, expect, test } from 'vitest';
import type { BreakReason, DmaDefect } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import {
  BY_BUS,
  contextOf,
  type Given,
  peer,
  ram,
  reasons,
  Steps,
  shown,
} from './mapping.testkit.ts';
import type { SgEntry } from './scatterlist.ts';

const far = (index: number, length = 0x1000) => ram(0x1000_0000 * index, length);

describe('why an output is no part of the one before', () => {
  test.each<[BreakReason, readonly SgEntry[], Given['device']]>([
    ['bus', [far(1), peer(BY_BUS)], {}],
    ['bus', [peer(BY_BUS), peer(BY_BUS, 0x1000, 0x38_0000_1000)], {}],
    ['after-bus', [peer(BY_BUS), far(1)], {}],
    ['offset-start', [far(1), ram(0x2000_0100, 0xf00)], {}],
    ['short-end', [far(1, 0x800), far(2)], {}],
    // Also where both hold: the one before was closed first.
    ['short-end', [far(1, 0x800), ram(0x2000_0100, 0xf00)], {}],
    ['boundary', [far(1, 0x1_0000), far(2)], { boundary: 0xffff }],
    ['boundary-pad', [far(1, 0xc000), far(2, 0xc000)], { boundary: 0xffff }],
    ['max-segment', [far(1, 0x2000), far(2)], { maxSegment: 0x2000 }],
    ['whole-entry', [far(1, 0x2000), far(2, 0x2000)], { maxSegment: 0x3000 }],
    // There are 0x800 bytes of room, which is not nothing.
    ['whole-entry', [far(1), far(2)], { maxSegment: 0x1800 }],
  ])('%s', (why, list, device) => {
    expect(reasons(dmaMapSg(list, contextOf({ device: device ?? {} })))).toEqual(['first', why]);
  });
});

describe('the longest segment', () => {
  const TOO_LONG = [far(1, 0x2_0000), far(2)];
  const device = { maxSegment: 0x1_0000 };
  const defects = (given: Given): readonly (readonly DmaDefect[])[] =>
    dmaMapSg(TOO_LONG, contextOf({ device, ...given })).outputs.map((output) => output.defects);

  test('behind an entry that is too long the test wraps, and the next one joins it', () => {
    expect(shown(dmaMapSg(TOO_LONG, contextOf({ device })))).toEqual(['fffc0000+21000 IOVA']);
    expect(defects({})).toEqual([['wrapped-maximum']]);
  });

  test('as it is meant to be: it does not', () => {
    expect(defects({ rules: { maximumWraps: false } })).toEqual([['over-maximum'], []]);
  });

  test('with 32 bits of length nearly everything joins', () => {
    const list = Array.from({ length: 64 }, (_, index) => far(index + 1, 0x10_0000));
    const context = contextOf({ device: { maxSegment: 0xffff_ffff } });
    expect(shown(dmaMapSg(list, context))).toEqual(['dc000000+4000000 IOVA']);
  });
});

describe('the length of a bus entry, 6.16 on', () => {
  const given = { rules: { busEntryLength: 'first-entry' } } as const;
  const lengths = (list: readonly SgEntry[], device: Given['device'] = {}) =>
    dmaMapSg(list, contextOf({ ...given, device })).outputs.map(({ length, defects }) => [
      length,
      ...defects,
    ]);

  test('is the first entry’s, rounded up to granules', () => {
    expect(lengths([far(1, 0x1800), peer(BY_BUS, 0x4000)])).toEqual([
      [0x1800],
      [0x2000, 'first-entry-length'],
    ]);
  });

  test('… with the padding that was put behind it by then', () => {
    const list = [far(1, 0xc000), peer(BY_BUS), far(2, 0xc000), peer(BY_BUS)];
    expect(lengths(list, { boundary: 0xffff })).toEqual([
      [0xc000],
      [0xc000, 'first-entry-length'],
      [0xc000],
      [0x1_0000, 'first-entry-length'],
    ]);
  });

  test('… as it is where the first is a bus entry as well', () => {
    expect(lengths([peer(BY_BUS, 0x1800), peer(BY_BUS, 0x200)])).toEqual([
      [0x1800],
      [0x1800, 'first-entry-length'],
    ]);
  });

  test('the same length is no defect', () => {
    expect(lengths([far(1), peer(BY_BUS)])).toEqual([[0x1000], [0x1000]]);
  });
});

describe('its steps say', () => {
  const said = (list: readonly SgEntry[], device: Given['device'] = {}) => {
    const recorder = new Steps();
    dmaMapSg(list, { ...contextOf({ device }), recorder });
    return recorder.all.filter(({ phase }) => phase === 'lay-out').map(({ text }) => text);
  };

  test('what joins, what stands alone, and why', () => {
    expect(said([far(1), far(2), peer(BY_BUS), far(3)])).toEqual([
      'A new output: it is the first.',
      'It begins where the output before it ends, and there is room for it: the two are one.',
      'A bus address stands alone, and closes the output before it.',
      'A new output: peer memory by bus address closed the one before.',
    ]);
  });

  test('… and where the test wraps', () => {
    expect(said([far(1, 0x2_0000), far(2)], { maxSegment: 0x1_0000 })[1]).toContain('below zero');
  });
});

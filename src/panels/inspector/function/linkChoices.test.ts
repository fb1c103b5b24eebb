import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { applyChanges } from '../../../build/applyChanges.ts';
import { canApply } from '../../../build/canApply.ts';
import { Drawing } from '../../../build/drawing.testkit.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { linkRate } from '../../../model/linkState.ts';
import { figureWords, linkChange, linkChoices, mostOf } from './linkChoices.ts';

test('usual figures, no more than can be, and what there is', () => {
  expect(linkChoices('width', 16)).toEqual([1, 2, 4, 8, 16]);
  expect(linkChoices('width', 12)).toEqual([1, 2, 4, 8, 12, 16]);
  expect(linkChoices('gts', 8, 16)).toEqual([2.5, 5, 8, 16]);
  expect(linkChoices('gts', 32, 16)).toEqual([2.5, 5, 8, 16, 32]);
  expect(linkChoices('width', UNKNOWN, 4)).toEqual([1, 2, 4]);
  expect(linkChoices('width', 0, 2)).toEqual([0, 1, 2]);
});

test('in words', () => {
  expect(figureWords('gts', 32)).toBe('Gen5');
  expect(figureWords('width', 16)).toBe('x16');
  expect(figureWords('width', 0)).toBe('down');
});

test('both ends bound what the link can run at, as far as they are known', () => {
  const ends = [{ gts: 32, width: 8 }, { gts: 16, width: UNKNOWN }, UNKNOWN, null] as const;
  expect(mostOf('gts', ends)).toBe(16);
  expect(mostOf('width', ends)).toBe(8);
  expect(mostOf('width', [])).toBe(Number.POSITIVE_INFINITY);
});

test('every choice can be made, and changes one figure of one end', () => {
  const drawn = new Drawing().host('h0').put('rp0', 'port', 'h0').put('gpu0', 'gpu', 'rp0');
  const gpu = 'gpu0' as FunctionId;
  const machine = drawn.link('rp0', 32, 16).link('gpu0', 32, 16).settled;
  for (const which of ['capable', 'current'] as const) {
    for (const figure of ['gts', 'width'] as const) {
      for (const value of linkChoices(figure, UNKNOWN)) {
        expect(canApply(machine, linkChange(gpu, which, figure, value))).toBeNull();
      }
    }
  }
  const slower = applyChanges(machine, [linkChange(gpu, 'capable', 'gts', 16)]);
  const fn = slower.functions.find(({ id }) => id === gpu);
  if (!fn) throw new Error('no gpu0');
  expect(linkRate(fn, 'capable')).toEqual({ gts: 16, width: 16 });
  expect(linkRate(fn, 'current')).toEqual({ gts: 16, width: 16 });
});

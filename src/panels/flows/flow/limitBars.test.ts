import { expect, test } from 'vitest';
import { id } from '../../../model/machine.testkit.ts';
import { limitOf, streamOf } from '../report.testkit.ts';
import { pairOf } from './flowWords.ts';
import { limitBars } from './limitBars.ts';
import { percent } from './percent.ts';

test('limits stand as bars, in their order; what is far above is as long as the picture', () => {
  const limits = [limitOf('tight', 20e9), limitOf('next', 40e9), limitOf('far', 900e9)];
  const bars = limitBars(limits, 20e9);
  expect(bars.map(({ limit }) => limit.where)).toEqual(['tight', 'next', 'far']);
  expect(bars.map(({ length }) => length)).toEqual([0.25, 0.5, 1]);
  expect(bars.map(({ isBinding }) => isBinding)).toEqual([true, false, false]);
});

test('what binds is the first, also where another is as tight', () => {
  const bars = limitBars([limitOf('binds', 20e9), limitOf('as tight', 19.99e9)], 20e9);
  expect(bars.map(({ limit, isBinding }) => [limit.where, isBinding])).toEqual([
    ['binds', true],
    ['as tight', false],
  ]);
});

test('where nothing arrives, bars have a length all the same', () => {
  expect(limitBars([limitOf('refused', 0), limitOf('link', 20e9)], 0)).toMatchObject([
    { length: 0 },
    { length: 1 },
  ]);
  expect(limitBars([], null)).toEqual([]);
});

test('the pair to explain is who asks and whose memory it is', () => {
  const [a, b] = [id('03:00.0'), id('04:00.0')];
  expect(pairOf(streamOf())).toEqual({ provider: b, client: a });
  expect(pairOf(streamOf({ operation: 'read', requester: b }))).toEqual({ provider: a, client: b });
  expect(pairOf(streamOf({ to: { kind: 'memory', socket: null } }))).toBeNull();
  expect(pairOf(streamOf({ requester: null }))).toBeNull();
});

test('parts are written as hundredths, and a little is not nothing', () => {
  expect([0, 0.004, 0.284, 1].map(percent)).toEqual(['0 %', '<1 %', '28 %', '100 %']);
});

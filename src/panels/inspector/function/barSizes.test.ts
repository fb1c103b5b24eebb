import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';
import { barSizes, unplacedWords } from './barSizes.ts';

const bar: Bar = {
  index: 0,
  kind: 'memory',
  is64bit: true,
  prefetchable: true,
  address: null,
  size: 256,
  resizableTo: [1024, 256, 512],
};

test('what can be chosen, the smallest first', () => {
  expect(barSizes(bar)).toEqual({ now: 256, choices: [256, 512, 1024] });
  expect(barSizes({ ...bar, size: UNKNOWN })).toEqual({ now: null, choices: [256, 512, 1024] });
  // Another size than the capability offers: a way back to what it offers.
  expect(barSizes({ ...bar, resizableTo: [512] })).toEqual({ now: 256, choices: [512] });
});

test('no choice where there is one size, or none is shown', () => {
  expect(barSizes({ ...bar, resizableTo: null })).toBeNull();
  expect(barSizes({ ...bar, resizableTo: UNKNOWN })).toBeNull();
  expect(barSizes({ ...bar, resizableTo: [] })).toBeNull();
  expect(barSizes({ ...bar, resizableTo: [256] })).toBeNull();
});

test('why there is no address', () => {
  expect(unplacedWords(bar, false)).toBe('no address assigned');
  expect(unplacedWords(bar, true)).toBe('not placed: no room');
  expect(unplacedWords({ ...bar, size: UNKNOWN }, true)).toMatch(/size is not known/);
  expect(unplacedWords({ ...bar, kind: 'io' }, true)).toMatch(/no room for I\/O/);
});

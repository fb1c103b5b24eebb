import { expect, test } from 'vitest';
import { parseCommandArgs } from './args.ts';
import { alternatives, wordAmong, wordOrFirst } from './wordOption.ts';

const given = (value: string | null) =>
  parseCommandArgs(value === null ? [] : [`--x=${value}`], { x: { type: 'string' } });

test('one of a few words', () => {
  expect(wordAmong(given('rcb'), 'x', ['rcb', 'mps'])).toBe('rcb');
  expect(() => wordAmong(given('RCB'), 'x', ['rcb', 'mps'])).toThrow(
    '--x takes rcb or mps, not RCB.',
  );
});

test('nothing given is nothing, or the first', () => {
  expect(wordAmong(given(null), 'x', ['on'])).toBeNull();
  expect(wordOrFirst(given(null), 'x', ['on', 'off'])).toBe('on');
  expect(wordOrFirst(given('off'), 'x', ['on', 'off'])).toBe('off');
});

test('what may be given, in words', () => {
  expect(alternatives(['none', 'intel', 'amd'])).toBe('none, intel or amd');
  expect(alternatives([8])).toBe('8');
});

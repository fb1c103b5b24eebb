import { expect, test } from 'vitest';
import { numberedNames } from './numberedNames.ts';

const none: ReadonlySet<string> = new Set();

test('numbers go where the pattern has them, else to the end', () => {
  expect(numberedNames('gpu{n}', 3, none)).toEqual(['gpu0', 'gpu1', 'gpu2']);
  expect(numberedNames('left {n} of {n}', 1, none)).toEqual(['left 0 of 0']);
  expect(numberedNames(' drive ', 2, none)).toEqual(['drive0', 'drive1']);
});

test('a name that another part has is not given again', () => {
  expect(numberedNames('nic{n}', 2, new Set(['nic0', 'nic2']))).toEqual(['nic1', 'nic3']);
});

test('nothing typed names nothing', () => {
  expect(numberedNames('  ', 2, none)).toEqual([]);
});

import { expect, test } from 'vitest';
import { Teller, type Told } from './Teller.ts';

const told = (name: string, isWeighty = false): Told => ({
  short: `${name}.`,
  full: `${name} in full.`,
  isWeighty,
});

test('steps by hand are told in full, however fast', () => {
  const teller = new Teller();
  expect(teller.arrive(told('a'), false, 0)).toBe('a in full.');
  expect(teller.arrive(told('b'), false, 10)).toBe('b in full.');
});

test('running, what weighs is told with the next one, the rest is left out', () => {
  const teller = new Teller();
  expect(teller.arrive(told('a'), true, 0)).toBe('a in full.');
  expect(teller.arrive(told('b'), true, 300)).toBeNull();
  expect(teller.arrive(told('c', true), true, 600)).toBeNull();
  expect(teller.arrive(told('d'), true, 2500)).toBe('c. d in full.');
  expect(teller.arrive(told('e'), true, 2600)).toBeNull();
  expect(teller.rest(2700)).toBe('e in full.');
  expect(teller.rest(2800)).toBeNull();
});

test('another play knows nothing of the one before', () => {
  const teller = new Teller();
  teller.arrive(told('a'), true, 0);
  teller.arrive(told('b'), true, 10);
  teller.forget();
  expect(teller.rest(20)).toBeNull();
  expect(teller.arrive(told('c'), true, 30)).toBe('c in full.');
});

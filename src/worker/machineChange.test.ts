import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { tellMachine, toldMachine } from './machineChange.ts';

const before: Machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .build();

const labelled = before.functions.map((fn) =>
  fn.id === id('01:00.0') ? { ...fn, label: 'scratch' } : fn,
);

test.each<[string, Machine, number]>([
  ['nothing', before, 0],
  ['a setting', { ...before, settings: { ...before.settings, kernel: '5.4' } }, 0],
  ['one function', { ...before, functions: labelled }, 1],
])('only what changed is told: %s', (_, after, count) => {
  const told = tellMachine(before, after);
  expect('kind' in told && told.functions.length).toBe(count);
  expect(toldMachine(structuredClone(before), structuredClone(told))).toEqual(after);
});

test('with another number of functions, and at first, the whole machine is told', () => {
  const fewer = { ...before, functions: before.functions.slice(1) };
  expect(tellMachine(before, fewer)).toBe(fewer);
  expect(tellMachine(null, before)).toBe(before);
  expect(toldMachine(null, before)).toBe(before);
  expect(() => toldMachine(null, tellMachine(before, before))).toThrow(/never told/);
});

import { expect, test } from 'vitest';
import type { FunctionId } from './ids.ts';
import { id, MachineBuilder } from './machine.testkit.ts';
import type { Machine } from './machine.ts';
import type { PciFunction } from './pciFunction.ts';
import { validate } from './validate.ts';

const sound = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .build();

function with_(address: string, change: Partial<PciFunction>): Machine {
  const functions = sound.functions.map((fn) =>
    fn.id === id(address) ? { ...fn, ...change } : fn,
  );
  return { ...sound, functions };
}

test('a sound machine has nothing to complain of', () => {
  expect(validate(sound)).toEqual([]);
});

test.each([
  ['an id used twice', with_('03:00.0', { id: id('02:00.0') }), 'used twice'],
  [
    'a parent that is not there',
    with_('03:00.0', { parent: { kind: 'function', id: 'gone' as FunctionId } }),
    'does not exist',
  ],
  [
    'a parent that is no bridge',
    with_('02:00.0', { parent: { kind: 'function', id: id('03:00.0') } }),
    'no bridge',
  ],
  [
    'a loop',
    with_('01:00.0', { parent: { kind: 'function', id: id('02:00.0') } }),
    'is above itself',
  ],
  [
    'a physical function that is not there',
    with_('03:00.0', { physfn: 'gone' as FunctionId }),
    'does not exist',
  ],
])('%s is told', (_, machine, words) => {
  expect(validate(machine).map((problem) => problem.text)).toContainEqual(
    expect.stringContaining(words),
  );
});

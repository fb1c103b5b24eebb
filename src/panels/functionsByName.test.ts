import { expect, test } from 'vitest';
import { formatAddress } from '../model/address.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { functionsByName } from './functionsByName.ts';

const machine = new MachineBuilder().host('00:00.0', '8086:29c0').rciep('00:03.0').build();

test('functions are found by their addresses, which may not be their ids any more', () => {
  const moved = {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.address ? { ...fn, address: { ...fn.address, bus: 5 } } : fn,
    ),
  };
  expect(functionsByName(machine).get('0000:00:03.0')).toBe(id('00:03.0'));
  expect(functionsByName(moved).get('0000:05:03.0')).toBe(id('00:03.0'));
  expect(functionsByName(moved).get('0000:00:03.0')).toBeUndefined();
});

test('a function without a number goes by its id', () => {
  const drawn = {
    ...machine,
    functions: machine.functions.map((fn) => ({ ...fn, address: null })),
  };
  expect([...functionsByName(drawn).keys()]).toEqual(drawn.functions.map((fn) => fn.id));
});

test('the map is made once for a machine', () => {
  expect(functionsByName(machine)).toBe(functionsByName(machine));
  const names = machine.functions.map((fn) => (fn.address ? formatAddress(fn.address) : ''));
  expect([...functionsByName(machine).keys()]).toEqual(names);
});

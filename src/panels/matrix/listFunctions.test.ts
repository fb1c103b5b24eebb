import { expect, test } from 'vitest';
import type { PairTable } from '../../engine/analyze.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { createLister } from './listFunctions.ts';

const { functions } = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .build();
const table: PairTable = {
  functions: [id('01:00.0')],
  possible: new Uint8Array(1),
  distance: new Int16Array(1),
};
const byId = (change: (fn: PciFunction) => PciFunction = (fn) => fn) =>
  new Map(functions.map((fn) => [fn.id, change(fn)]));
const titles = new Map([[id('01:00.0'), 'Card']]);

test('a list that says the same is the same', () => {
  const list = createLister();
  const first = list(table, byId(), titles);
  expect(first).toMatchObject([{ name: '0000:01:00.0', title: 'Card' }]);
  const other = { ...table, possible: new Uint8Array(1) };
  expect(
    list(
      other,
      byId((fn) => ({ ...fn, acs: acs(0) })),
      titles,
    ),
  ).toBe(first);
});

test('a name that changed makes another; a table of another machine none', () => {
  const list = createLister();
  const first = list(table, byId(), titles);
  const called = list(
    table,
    byId((fn) => ({ ...fn, label: 'scratch' })),
    titles,
  );
  expect(called).not.toBe(first);
  expect(called).toMatchObject([{ title: 'scratch' }]);
  expect(list(table, new Map(), titles)).toBeNull();
});

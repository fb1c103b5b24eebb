import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { removal } from './removal.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03-03')
  .downstream('02:01.0', '04-04')
  .endpoint('03:00.0')
  .endpoint('03:00.1', { physfn: '03:00.0' })
  .endpoint('04:00.0')
  .build();
const document = {
  machine,
  byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
  titles: new Map([[id('03:00.0'), 'drive']]),
};
const removed = (...ids: readonly string[]) => removal(document, ids.map(id));

test('a device is removed under its name', () => {
  const { title, changes } = removed('03:00.0');
  expect(title).toBe('remove drive');
  expect(changes).toEqual([{ kind: 'remove', device: id('03:00.0') }]);
});

test('what is below another goes with that; several devices are one step', () => {
  expect(removed('01:00.0', '03:00.0', '04:00.0').changes).toHaveLength(1);
  expect(removed('04:00.0', '03:00.0')).toMatchObject({
    title: 'remove 2 devices',
    changes: [{ device: id('03:00.0') }, { device: id('04:00.0') }],
  });
});

test('a virtual function stays, unless its physical one goes', () => {
  expect(removed('03:00.1')).toMatchObject({
    changes: [],
    refused: ['0000:03:00.1 is a virtual function. Remove drive, which it belongs to.'],
  });
  expect(removed('03:00.1', '03:00.0').refused).toEqual([]);
});

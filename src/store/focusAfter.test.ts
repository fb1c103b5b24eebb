import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { focusAfter } from './focusAfter.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-05')
  .upstream('01:00.0', '02-05')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .downstream('02:02.0', '05')
  .endpoint('03:00.0')
  .endpoint('03:00.1', { physfn: '03:00.0' })
  .endpoint('04:00.0')
  .endpoint('05:00.0')
  .build();
const [host] = machine.hostBridges;
if (!host) throw new Error('a host was built');

const without = (...gone: readonly string[]): Machine => ({
  ...machine,
  functions: machine.functions.filter((fn) => !gone.map(id).includes(fn.id)),
});

test.each<readonly [string, string, Machine, string | null]>([
  ['nothing', '03:00.0', machine, '03:00.0'],
  ['a device: its port stays, empty', '03:00.0', without('03:00.0', '03:00.1'), '02:00.0'],
  [
    'a device with its port: what is plugged in next to it',
    '03:00.0',
    without('02:00.0', '03:00.0', '03:00.1'),
    '04:00.0',
  ],
  ['the last one: what is before it', '05:00.0', without('02:02.0', '05:00.0'), '04:00.0'],
  ['a virtual function: what it is of', '03:00.1', without('03:00.1'), '03:00.0'],
  [
    'the only one with what it was on',
    '05:00.0',
    { ...machine, functions: machine.functions.slice(0, 2) },
    '00:01.0',
  ],
])('without %s', (_, focus, after, wanted) => {
  expect(focusAfter(machine, after, id(focus))).toBe(wanted === null ? null : id(wanted));
});

test('of a machine with nothing left, nothing has the focus', () => {
  const empty = { ...machine, functions: [], hostBridges: [] };
  expect(focusAfter(machine, empty, id('05:00.0'))).toBeNull();
  expect(focusAfter(machine, { ...machine, functions: [] }, id('05:00.0'))).toBe(host.id);
});

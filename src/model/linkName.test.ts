import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { UNKNOWN_PCIE } from './blank.ts';
import { linkAbove, linkBelow } from './linkAbove.ts';
import { linkName } from './linkName.ts';
import { id, MachineBuilder } from './machine.testkit.ts';
import type { Machine } from './machine.ts';
import type { LinkState } from './registers.ts';

const state = (gts: LinkState['gts'], width: LinkState['width']): LinkState => ({ gts, width });
function runs(capable: LinkState, current: LinkState | typeof UNKNOWN) {
  const link = { capable, current, targetGts: null, portNumber: UNKNOWN };
  return { pcie: { ...UNKNOWN_PCIE, link } };
}

function machineWith(change: object): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-03')
    .upstream('01:00.0', '02-03')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0', { change: { classCode: 0x020000, ...change } })
    .endpoint('03:00.1')
    .build();
}
const plain = machineWith({});
const byId = (machine: Machine) => new Map(machine.functions.map((fn) => [fn.id, fn]));
const above = (machine: Machine, address: string) => linkAbove(machine, byId(machine), id(address));

test.each([
  ['03:00.0', '02:00.0', '03:00.0'],
  // It goes by the first function of its device.
  ['03:00.1', '02:00.0', '03:00.0'],
  ['01:00.0', '00:01.0', '01:00.0'],
])('the link above %s is from %s to %s', (from, upper, lower) => {
  const ends = above(plain, from);
  expect([ends?.upper.id, ends?.lower.id]).toEqual([id(upper), id(lower)]);
});

test('inside a switch, on a root bus and below a free port there is none', () => {
  expect(above(plain, '02:00.0')).toBeNull();
  expect(above(plain, '00:01.0')).toBeNull();
  const free = new MachineBuilder().rootPort('00:01.0', '01').build();
  expect(linkBelow(free, byId(free), id('00:01.0'))).toBeNull();
  expect(linkBelow(plain, byId(plain), id('02:00.0'))?.lower.id).toBe(id('03:00.0'));
});

test.each<readonly [string, object, string]>([
  ['as it runs', runs(state(32, 16), state(32, 16)), ', Gen5 x16'],
  ['degraded', runs(state(32, 16), state(16, 8)), ', Gen4 x8, could be Gen5 x16'],
  ['down', runs(state(32, 16), state(2.5, 0)), ', down'],
  ['not shown how it runs', runs(state(32, 16), UNKNOWN), ', at most Gen5 x16'],
  ['not shown', { pcie: UNKNOWN }, ''],
])('it is called by its ends and how it runs: %s', (_, change, words) => {
  const ends = above(machineWith(change), '03:00.0');
  expect(ends && linkName(ends)).toBe(`Link port 02:00.0 – NIC 03:00.0${words}`);
});

test('by names that people gave, a root port as one, a switch as one', () => {
  const named = above(machineWith({ label: 'gpu0', pcie: UNKNOWN }), '03:00.0');
  expect(named && linkName(named)).toBe('Link port 02:00.0 – gpu0');
  const ends = above(plain, '01:00.0');
  expect(ends && linkName(ends)).toMatch(/^Link root port 00:01\.0 – switch 01:00\.0/);
});

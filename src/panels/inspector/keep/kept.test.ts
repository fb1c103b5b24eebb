import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../../model/machine.testkit.ts';
import { collapsible, keptOf, movedOf } from './kept.ts';

const built = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-01')
  .endpoint('01:00.0')
  .build();
const port = id('00:01.0');
const card = id('01:00.0');
const placement = { about: port, dx: 0, dy: 4, pinned: true, collapsed: false, locked: false };
const machine = { ...built, placements: [placement] };

test('of several parts a mark is on, off or mixed', () => {
  expect(keptOf(machine, [port], 'pinned')).toEqual({ kind: 'same', value: true });
  expect(keptOf(machine, [port, card], 'pinned')).toEqual({ kind: 'mixed' });
  expect(keptOf(machine, [port, card], 'locked')).toEqual({ kind: 'same', value: false });
});

test('what was moved is known', () => {
  expect(movedOf(machine, [port, card])).toEqual([placement]);
  expect(movedOf(machine, [card])).toEqual([]);
});

test('only what has something below can be collapsed', () => {
  expect(collapsible(machine, [port, card])).toEqual([port]);
});

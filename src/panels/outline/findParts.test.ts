import { expect, test } from 'vitest';
import type { FunctionId, NoteId, SlotId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { machineTree } from '../tree/machineTree.ts';
import { findParts, nextMatch } from './findParts.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0', { id: '10de:20b0', change: { classCode: 0x030200, driver: 'nvidia' } })
  .endpoint('02:00.0', { orphan: true, change: { classCode: 0x020000, label: 'Uplink' } })
  .build();
const SLOT = {
  id: 'slot0' as SlotId,
  label: 'Bay 7',
  lanes: 16,
  bifurcation: null,
  riser: null,
} as const;
const titles = new Map<FunctionId, string>([
  [id('01:00.0'), 'NVIDIA Corporation GA100 [A100 SXM4 40GB]'],
  [id('02:00.0'), 'Intel Corporation Ethernet Controller'],
]);
const find = (query: string) => {
  const found = findParts({ machine, titles }, machineTree(machine), query);
  return found && [...found].map((each) => each.replace('0000:', ''));
};

test.each([
  ['01:00', ['01:00.0']],
  ['a100', ['01:00.0']],
  ['gpu', ['01:00.0']],
  ['nvidia  sxm', ['01:00.0']],
  ['10de', ['01:00.0']],
  ['uplink', ['02:00.0']],
  ['ethernet', ['02:00.0']],
  ['root port', ['00:01.0']],
  ['host bridge 0000:00', ['host:0:0']],
  ['nothing like it', []],
])('“%s” finds', (query, expected) => {
  expect(find(query)).toEqual(expected);
});

test('a slot leads to its ports and to what is in it; a note to its part', () => {
  const slot = { ...SLOT, ports: [id('00:01.0')] };
  const functions = machine.functions.map((fn) =>
    fn.id === id('02:00.0') ? { ...fn, slot: slot.id } : fn,
  );
  const notes = [
    { id: 'n0' as NoteId, about: id('01:00.0'), text: 'Runs hot' },
    { id: 'n1' as NoteId, about: slot.id, text: 'behind the fan' },
  ];
  const noted = { ...machine, functions, slots: [slot], notes };
  const found = (query: string) => [
    ...(findParts({ machine: noted, titles }, machineTree(noted), query) ?? []),
  ];
  expect(found('bay 7')).toEqual([id('00:01.0'), id('02:00.0')]);
  expect(found('hot')).toEqual([id('01:00.0')]);
  expect(found('behind the fan')).toEqual([id('00:01.0')]);
});

test('nothing asked is no filter', () => {
  expect(find('  ')).toBeNull();
});

test('Enter goes round', () => {
  const matches = ['a', 'b', 'c'];
  expect(nextMatch(matches, null, 1)).toBe('a');
  expect(nextMatch(matches, 'x', -1)).toBe('c');
  expect(nextMatch(matches, 'c', 1)).toBe('a');
  expect(nextMatch(matches, 'a', -1)).toBe('c');
  expect(nextMatch([], null, 1)).toBeNull();
});

import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PartId } from '../../store/state.ts';
import { machineTree } from '../tree/machineTree.ts';
import { foldedAtFirst, outlineRows } from './outlineRows.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .endpoint('04:00.1', { physfn: '04:00.0' })
  .host('7e:00.0', '8086:3240')
  .rciep('7e:00.1')
  .build();
const tree = machineTree(machine);
const unfolded = { isExpanded: () => true, found: null };
const short = (rows: readonly { id: string }[]) => rows.map((row) => row.id.replace('0000:', ''));

test('every line knows its level and its place among its siblings', () => {
  const rows = outlineRows(tree, unfolded);
  expect(rows).toHaveLength(12);
  expect(rows.find((row) => row.id === id('02:01.0'))).toEqual({
    id: id('02:01.0'),
    level: 4,
    posInSet: 2,
    setSize: 2,
    parent: id('01:00.0'),
    isExpanded: true,
    isMatch: false,
  });
  expect(rows.find((row) => row.id === id('03:00.0'))?.isExpanded).toBeNull();
});

test('what is folded hides what is below', () => {
  const folded = new Set<PartId>([id('01:00.0')]);
  const rows = outlineRows(tree, { isExpanded: (part) => !folded.has(part), found: null });
  expect(short(rows)).toEqual([
    'host:0:0',
    '00:00.0',
    '00:01.0',
    '01:00.0',
    'host:0:126',
    '7e:00.0',
    '7e:00.1',
  ]);
});

test('a filter keeps what is found and what it is in, and unfolds it', () => {
  const rows = outlineRows(tree, { isExpanded: () => false, found: new Set([id('04:00.0')]) });
  expect(short(rows)).toEqual(['host:0:0', '00:01.0', '01:00.0', '02:01.0', '04:00.0']);
  expect(rows.map((row) => row.isMatch)).toEqual([false, false, false, false, true]);
  expect(rows.at(-1)).toMatchObject({ posInSet: 1, setSize: 1, isExpanded: null });
  expect(outlineRows(tree, { isExpanded: () => true, found: new Set() })).toEqual([]);
});

test('virtual functions and root buses without ports are folded at first', () => {
  expect([...foldedAtFirst(tree)].sort()).toEqual(['0000:04:00.0', 'host:0:126']);
  const flat = new MachineBuilder().host('00:00.0', '8086:1237').rciep('00:02.0').build();
  expect(foldedAtFirst(machineTree(flat)).size).toBe(0);
});

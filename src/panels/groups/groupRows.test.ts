import { expect, test } from 'vitest';
import type { GroupCause } from '../../engine/report.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { capturedWords, groupRows } from './groupRows.ts';

const inGroup = (iommuGroup: string | null | 'unknown') => ({ change: { iommuGroup } });
const machine = new MachineBuilder()
  .rootPort('00:01.0', '01', inGroup('0'))
  .endpoint('01:00.0', inGroup('1'))
  .endpoint('01:00.1', inGroup('1'))
  .rootPort('00:02.0', '02', inGroup('2'))
  .endpoint('02:00.0', inGroup('unknown'))
  .build();
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
const OWN: GroupCause = { kind: 'own' };

function rows(...groups: readonly (readonly string[])[]) {
  return groupRows(
    {
      groups: groups.map((members) => ({
        members: members.map((address, index) => ({
          function: id(address),
          cause: index === 0 ? OWN : { kind: 'sibling', of: id(members[0] ?? '') },
        })),
      })),
    },
    byId,
  );
}

test('rows are numbered in order, and say who merged them', () => {
  const found = rows(['00:01.0'], ['01:00.0', '01:00.1']);
  expect(found.map(({ number, mergedBy }) => [number, mergedBy])).toEqual([
    [0, []],
    [1, [id('01:00.0')]],
  ]);
});

test('members come by what brought them in', () => {
  const [row] = rows(['00:01.0', '01:00.0', '01:00.1']);
  expect(row?.clusters.map(({ cause, functions }) => [cause.kind, functions])).toEqual([
    ['own', [id('00:01.0')]],
    ['sibling', [id('01:00.0'), id('01:00.1')]],
  ]);
});

test.each([
  ['the same members', ['01:00.0', '01:00.1'], { kind: 'same', number: '1' }],
  ['some of them', ['01:00.0'], { kind: 'other', numbers: ['1'] }],
  ['of several', ['00:01.0', '01:00.0', '01:00.1'], { kind: 'other', numbers: ['0', '1'] }],
  ['one not told', ['00:02.0', '02:00.0'], { kind: 'other', numbers: ['2'] }],
  ['none told', ['02:00.0'], { kind: 'unknown' }],
])('beside what was captured: %s', (_, members, captured) => {
  expect(rows(members)[0]?.captured).toEqual(captured);
});

test('in a sentence', () => {
  const words = (list: ReturnType<typeof rows>, ungrouped: readonly string[] = []) =>
    capturedWords(
      list,
      ungrouped.map((address) => ({ function: id(address) })),
      byId,
    );
  expect(words(rows(['02:00.0']))).toBeNull();
  expect(words(rows(['00:01.0']))).toBe('The one group is as the captured kernel made it.');
  expect(words(rows(['00:01.0'], ['01:00.0', '01:00.1']))).toMatch(/^All 2 are .* made them\.$/);
  expect(words(rows(['00:01.0', '01:00.0'], ['00:02.0']))).toMatch(/^1 of 2 are/);
  expect(words(rows(['00:01.0']), ['00:02.0', '02:00.0'])).toMatch(/1 of those without a group/);
});

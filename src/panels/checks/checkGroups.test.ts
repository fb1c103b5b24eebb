import { expect, test } from 'vitest';
import type { Check } from '../../engine/check/check.ts';
import type { FunctionId } from '../../model/ids.ts';
import { checkSections, countsWords } from './checkGroups.ts';

function check(id: Check['id'], severity: Check['severity'], text: string): Check {
  return {
    id,
    severity,
    text,
    line: null,
    where: 'gpu0',
    hint: null,
    parts: ['gpu0' as FunctionId],
    why: '',
    mends: [],
  };
}

const checks = [
  check('slot-twice', 'warning', 'gpu0 and gpu1 are all said to be in slot 3.'),
  check('slow-path', 'note', 'gpu0 could do Gen5 x16.'),
  check('lane-budget', 'warning', 'The root ports take 144 lanes.'),
  check('slow-path', 'warning', 'nic0 could do Gen5 x16.'),
];

const told = (wanted: string) =>
  checkSections(checks, wanted, () => ['RTX PRO 6000']).map(({ severity, groups }) => [
    severity,
    groups.map(({ id, checks: found }) => `${id} ${found.length}`),
  ]);

test('findings stand by severity and rule, in the rules’ order', () => {
  expect(told('')).toEqual([
    ['warning', ['slot-twice 1', 'lane-budget 1', 'slow-path 1']],
    ['note', ['slow-path 1']],
  ]);
});

test('they are found by their words, their rule and the names of their parts', () => {
  expect(told('nic0')).toEqual([['warning', ['slow-path 1']]]);
  expect(told('slot-twice')).toEqual([['warning', ['slot-twice 1']]]);
  expect(told('rtx 144')).toEqual([['warning', ['lane-budget 1']]]);
  expect(told('nothing of the kind')).toEqual([]);
});

test('what there is is counted in words', () => {
  expect(countsWords(checks)).toBe('3 warnings, 1 note');
  expect(countsWords([])).toBe('');
});

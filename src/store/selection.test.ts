import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { pairIn, type Selected, selected, selectedIn } from './selection.ts';

const [A, B, C] = ['00:00.0', '00:02.0', '00:03.0'].map(id);
if (!A || !B || !C) throw new Error('three ids were given');
const nothing: Selected = { selection: new Set(), focus: null };
const both: Selected = { selection: new Set([A, B]), focus: B };

test.each<readonly [string, Selected, Selected]>([
  ['replaced', selected(both, [C], 'replace'), { selection: new Set([C]), focus: C }],
  ['cleared', selected(both, [], 'replace'), nothing],
  ['added to', selected(both, [C], 'add'), { selection: new Set([A, B, C]), focus: C }],
  ['added to with nothing', selected(both, [], 'add'), both],
  ['toggled on', selected(both, [C], 'toggle'), { selection: new Set([A, B, C]), focus: C }],
  [
    'toggled on, half of it',
    selected(both, [A, C], 'toggle'),
    { selection: new Set([A, B, C]), focus: C },
  ],
  ['toggled off as one', selected(both, [A, B], 'toggle'), { selection: new Set(), focus: B }],
  // Keys go on from where the last part was taken away.
  ['toggled off', selected(both, [A], 'toggle'), { selection: new Set([B]), focus: A }],
])('a selection is %s', (_, found, wanted) => {
  expect(found).toEqual(wanted);
});

test('parts that are no more are let go; where all are there, nothing changes', () => {
  const machine = new MachineBuilder().host('00:00.0', '8086:2f00').endpoint('00:02.0').build();
  expect(selectedIn(machine, both, machine).selection).toBe(both.selection);
  expect(selectedIn(machine, selected(both, [C], 'add'), machine)).toEqual({
    selection: new Set([A, B]),
    focus: null,
  });
  const pair = { provider: A, client: null };
  expect(pairIn(machine, pair)).toBe(pair);
  expect(pairIn(machine, { provider: C, client: B })).toEqual({ provider: null, client: B });
});

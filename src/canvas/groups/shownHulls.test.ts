import { expect, test } from 'vitest';
import type { GroupCause } from '../../engine/report.ts';
import { layOut } from '../../layout/layOut.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { oneHull, severalHulls, shownHulls } from './shownHulls.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01')
  .rootPort('00:02.0', '02')
  .endpoint('01:00.0')
  .endpoint('02:00.0')
  .build();
const scene = layOut(machine, { drawing: 'blocks', direction: 'down', titleOf: (fn) => fn.id });
const OWN: GroupCause = { kind: 'own' };
const groups = {
  groups: [['00:01.0'], ['00:02.0', '02:00.0'], ['01:00.0']].map((members) => ({
    members: members.map((address) => ({ function: id(address), cause: OWN })),
  })),
};

test('hulls are of groups with more than one member', () => {
  expect(severalHulls(scene, groups).map(({ group }) => group)).toEqual([1]);
});

test('the one that is pointed at is shown whatever it is, over the others and once', () => {
  const several = severalHulls(scene, groups);
  const shown = (group: number) =>
    shownHulls(several, oneHull(scene, groups, group)).map((hull) => [hull.group, hull.isPointed]);
  expect(shown(0)).toEqual([
    [1, false],
    [0, true],
  ]);
  expect(shown(1)).toEqual([[1, true]]);
});

test('a number that there is no longer is nowhere', () => {
  expect(oneHull(scene, groups, 9)).toEqual([{ group: 9, pieces: [] }]);
});

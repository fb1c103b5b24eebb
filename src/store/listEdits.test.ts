import { expect, test } from 'vitest';
import type { ScatterlistId } from '../model/ids.ts';
import { validate } from '../model/validate.ts';
import { readSketch } from '../sketch/readSketch.ts';
import { applyEdit } from './edits.ts';

const TEXT = `host h0 milan
  rp0: port
    nic0: nic
  rp1: port
    d0: nvme cmb=1G
list L on nic0: d0+0+64K
list M on nic0: d0+64K+64K
flow f0: nic0 -> L write
group t: nvmeof(nic0 d0) write through=L
group g: sequence(nic0 L d0) write
group h: sequence(nic0 L) write
`;

test('with a list go the flows to it, its place in groups and what went through it', () => {
  const { machine, problems } = readSketch(TEXT, null);
  expect(problems).toEqual([]);
  const id = 'L' as ScatterlistId;
  const after = applyEdit(machine, { kind: 'list-remove', id }, null)?.machine;
  const { flows, groups, scatterlists } = after?.workload ?? machine.workload;
  expect(scatterlists.map((list) => list.id)).toEqual(['M']);
  expect(flows).toEqual([]);
  expect(groups.map((group) => [group.id, group.members.length, 'through' in group])).toEqual([
    ['t', 2, false],
    ['g', 2, false],
  ]);
  const mistakes = (each: typeof machine) =>
    validate(each).filter(({ severity }) => severity === 'error').length;
  expect(mistakes(after ?? machine)).toBeLessThanOrEqual(mistakes(machine));
});

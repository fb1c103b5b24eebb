import { describe, expect, test } from 'vitest';
import { settle } from '../../../build/settle.ts';
import type { Machine } from '../../../model/machine.ts';
import { readSketch } from '../../../sketch/readSketch.ts';
import { applyEdit } from '../../../store/edits.ts';
import { duplicateOf } from './duplicateOf.ts';
import {
  endGroups,
  engineGroups,
  readEnd,
  readEngine,
  writeEnd,
  writeEngine,
} from './endOptions.ts';
import { readyFlows } from './readyFlows.ts';

const drawn = (...lines: readonly string[]): Machine =>
  settle(readSketch(lines.join('\n'), null).machine).machine;

const HOST = ['socket 0', '  host h0', '    rp0: port', '      sw0: switch'];
const below = (...parts: readonly string[]) => parts.map((part) => `        ${part}`);
const titles = (machine: Machine) => readyFlows(machine).map(({ title }) => title);

/** The machine with that put in. */
function after(machine: Machine, edit: Parameters<typeof applyEdit>[1]): Machine {
  const edited = applyEdit(machine, edit, null);
  if (!edited) throw new Error('nothing was edited');
  return edited.machine;
}

describe('ready-made flows', () => {
  test('are those that the machine has the parts for', () => {
    expect(titles(drawn(...HOST))).toEqual([]);
    expect(titles(drawn(...HOST, ...below('gpu0: gpu', 'gpu1: gpu')))).toEqual(['gpu0 → gpu1']);
    expect(titles(drawn(...HOST, ...below('nic0: nic', 'nvme0: nvme')))).toEqual([
      'nvme0 → nic0',
      'NVMe-oF target through host memory',
    ]);
    const gpus = below('gpu0: gpu', 'gpu1: gpu', 'gpu2: gpu');
    expect(titles(drawn(...HOST, ...gpus))).toEqual([
      'gpu0 → gpu1',
      'Ring of 3 GPUs',
      'All-to-all of 3 GPUs',
    ]);
  });

  test('lead a target through the memory buffer of a drive that has one', () => {
    const machine = drawn(...HOST, ...below('nic0: nic', 'nvme0: nvme', 'nvme1: nvme cmb=64M'));
    const target = readyFlows(machine).find(({ id }) => id === 'target-cmb');
    expect(target?.title).toBe('NVMe-oF target through the CMB of nvme1');
    expect(target?.edit).toMatchObject({ group: { pattern: 'nvme-of', through: { id: 'nvme1' } } });
  });

  test('get names of their own', () => {
    const machine = drawn(...HOST, ...below('gpu0: gpu', 'gpu1: gpu', 'gpu2: gpu'));
    let changed = machine;
    for (const _ of [1, 2]) {
      for (const { id } of readyFlows(changed)) {
        const ready = readyFlows(changed).find((each) => each.id === id);
        if (ready) changed = after(changed, ready.edit);
      }
    }
    const { flows, groups } = changed.workload;
    expect(flows.map(({ id }) => id)).toEqual(['f0', 'f1']);
    expect(groups.map(({ label }) => label)).toEqual(['ring', 'all', 'ring-2', 'all-2']);
  });
});

test('a duplicate stands right behind what it is of, and is called otherwise', () => {
  const machine = drawn(
    ...HOST,
    ...below('gpu0: gpu', 'gpu1: gpu'),
    'flow f0: gpu0 -> gpu1 write size=64K',
    'flow push: gpu1 -> gpu0 write',
  );
  const [first, second] = machine.workload.flows;
  if (!first || !second) throw new Error('no flows');
  let changed = after(machine, duplicateOf(machine, { kind: 'flow', id: first.id, flow: first }));
  changed = after(changed, duplicateOf(changed, { kind: 'flow', id: second.id, flow: second }));
  const names = changed.workload.flows.map(({ label }) => label);
  expect(names).toEqual(['f0', 'f1', 'push', 'push-2']);
  expect(changed.workload.flows[1]).toMatchObject({ sizeBytes: 65_536 });
});

test('menus name every end and engine, and choices are read back', () => {
  const machine = drawn(
    ...HOST,
    ...below('gpu0: gpu', 'nic0: nic'),
    'list L on nic0: ram 0x40001000+4K',
  );
  const none = new Map<never, string>();
  const ends = endGroups(machine, none);
  expect(ends.map(({ title }) => title)).toEqual(['GPUs', 'NICs', 'Host memory', 'Scatterlists']);
  expect(ends.flatMap(({ options }) => options.map(({ title }) => title))).toContain('L');
  for (const { value } of ends.flatMap(({ options }) => options)) {
    const end = readEnd(value);
    expect(end && writeEnd(end)).toBe(value);
  }
  for (const { value } of engineGroups(machine, none).flatMap(({ options }) => options)) {
    const engine = readEngine(value);
    expect(engine && writeEngine(engine)).toBe(value);
  }
  expect([readEnd(''), readEngine('')]).toEqual([null, null]);
});

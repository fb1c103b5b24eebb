import { describe, expect, test } from 'vitest';
import { settle } from '../../../build/settle.ts';
import { analyze } from '../../../engine/analyze.ts';
import { mapList } from '../../../engine/mapping/mapList.ts';
import { USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import type { Machine } from '../../../model/machine.ts';
import { readSketch } from '../../../sketch/readSketch.ts';
import { applyEdit } from '../../../store/edits.ts';
import { sketchOf } from '../../../store/sketchOf.ts';
import { readyList } from './readyList.ts';
import { READY_MADE } from './readyMade.ts';

const TEXT = `machine "one switch"
kernel 6.1
iommu intel strict
acs as-is

host h0 emerald-rapids
  rp0: port gen5 x16
    sw0: switch pex89104
      nic0: nic connectx7
      nvme0: nvme cmb=64K
`;

const read = readSketch(TEXT, null);
const machine: Machine = { ...settle(read.machine).machine, sketch: TEXT };
const called = (name: string, { functions } = machine) => {
  const fn = functions.find(({ label, id }) => label === name || id === name);
  if (!fn) throw new Error(`no ${name}`);
  return fn;
};

/** The machine with a ready-made list put in. */
function put(id: string, before = machine): Machine {
  const ready = READY_MADE.find((each) => each.id === id);
  if (!ready) throw new Error(`no ${id}`);
  const made = readyList(before, ready, called('nic0').id, called('nvme0'));
  if (!made.ok) throw new Error(made.why);
  return made.edits.reduce((next, edit) => applyEdit(next, edit, 'one')?.machine ?? next, before);
}

function outputs(made: Machine, conditions = {}) {
  const list = made.workload.scatterlists.at(-1);
  if (!list) throw new Error('no list');
  const asked = { list, options: USUAL_MAPPING, conditions };
  return mapList(analyze(made), asked).mapping.outputs.length;
}

test('the machine of these tests is drawn without a doubt', () => {
  expect(read.problems).toEqual([]);
});

describe('ready-made lists come out as they say', () => {
  // The gallery of one scenario: 6.1, translating.
  test.each([
    ['E1', 1],
    ['E3', 2],
    ['E4', 2],
    ['E5', 2],
    ['E2', 2],
    ['E10', 3],
    ['E11', 2],
    ['E17', 3],
    ['E6', 3],
    ['E27', 2],
    ['pages-16', 1],
    ['mixed', 3],
  ] as const)('%s: %i outputs', (id, expected) => {
    expect(outputs(put(id))).toBe(expected);
  });

  test('one after another they do not stand in each other’s way', () => {
    const padded = put('E10');
    expect(called('nic0', padded).dma).toMatchObject({ segmentBoundary: '0xffff' });
    const after = put('E1', put('E27', padded));
    expect(called('nic0', after)).toMatchObject({
      untrusted: false,
      dma: { maxSegment: 0x8000_0000, segmentBoundary: '0xffffffff' },
    });
    expect(outputs(after)).toBe(1);
  });

  test('without translation: one for each entry', () => {
    expect(outputs(put('E1'), { iommuMode: 'off' })).toBe(4);
    expect(outputs(put('mixed'), { iommuMode: 'off' })).toBe(5);
  });
});

test('memory of the provider is taken as its allocator would', () => {
  const twice = put('mixed', put('mixed'));
  const offsets = twice.workload.scatterlists.map(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'peer' ? [entry.offset] : [])),
  );
  expect(offsets).toEqual([[0], [0x2000]]);
  const names = twice.workload.scatterlists.map(({ label }) => label);
  expect(names).toEqual(['L1', 'L2']);
});

test('without a provider a list that needs one says so', () => {
  const ready = READY_MADE.find(({ id }) => id === 'E6');
  const made = ready && readyList(machine, ready, called('nic0').id, null);
  expect(made).toMatchObject({ ok: false });
});

test.each(READY_MADE.map(({ id }) => id))('%s goes into the sketch and comes back', (id) => {
  const made = put(id);
  const text = sketchOf(made);
  expect(text).toContain(id.startsWith('E') ? `list ${id} on nic0:` : 'list L1 on nic0:');
  const again = readSketch(text, made);
  expect(again.problems).toEqual([]);
  const entries = (each: Machine) => each.workload.scatterlists;
  expect(entries(settle(again.machine).machine)).toEqual(entries(made));
});

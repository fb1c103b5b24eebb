import { expect, test } from 'vitest';
import { readSketch } from '../../sketch/readSketch.ts';
import { linedParts } from './partAtLine.ts';

const TEXT = `slot s0: x16
socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        nic0: nic gen5 x16
          vf 2
flow f0: gpu0 -> nic0 write
`;

test('a line stands for its part, not for what comes with it', () => {
  const { machine, lineOf } = readSketch(TEXT, null);
  const { partAt } = linedParts(machine, lineOf);
  const parts = [1, 2, 3, 4, 5, 6, 7].map((line) => partAt(line));
  expect(parts).toEqual(['s0', 'socket0', 'h0', 'rp0', 'sw0', 'gpu0', 'nic0']);
  // Virtual functions have a line together; a flow is no part.
  expect(machine.functions.find(({ id }) => id === partAt(8))?.physfn).toBe('nic0');
  expect([partAt(9), partAt(10)]).toEqual([null, null]);
});

test('a line of a flow is about its ends', () => {
  const { machine, lineOf } = readSketch(TEXT, null);
  const { partsAt } = linedParts(machine, lineOf);
  expect(partsAt(9)).toEqual(['nic0', 'gpu0']);
  expect(partsAt(6)).toEqual(['gpu0']);
  expect(partsAt(10)).toEqual([]);
});

test('every part has a line, also the port that a device brings along', () => {
  const { machine, lineOf } = readSketch(TEXT, null);
  const lined = linedParts(machine, lineOf);
  const above = machine.functions.find(({ id }) => id === 'gpu0')?.parent;
  expect(typeof above === 'object' && above.kind === 'function' && lined.lineOf(above.id)).toBe(6);
});

import { expect, test } from 'vitest';
import { Drawing } from '../../build/drawing.testkit.ts';
import { cures, told } from './checks.testkit.ts';

function slot(lanes: number | null, bifurcation: readonly number[] | null, ...widths: number[]) {
  const drawing = new Drawing().host('h0');
  const names = widths.map((width, index) => {
    drawing.put(`rp${index}`, 'port', 'h0').link(`rp${index}`, 16, width);
    return `rp${index}`;
  });
  return drawing.slot('s0', names.join(' '), { lanes, bifurcation }).settled;
}

test.each([
  ['whole', slot(16, null, 16)],
  ['divided as its ports are', slot(16, [8, 8], 8, 8)],
  ['divided with room for more ports', slot(16, [4, 4, 4, 4], 4, 4)],
  ['of which the lanes are not known', slot(null, [8, 8, 8], 8, 8, 8)],
  ['with two ports that share its lanes', slot(16, null, 8, 8)],
])('a slot %s says nothing', (_, machine) => {
  expect(told(machine, 'bifurcation')).toEqual([]);
});

test.each([
  [
    'into more lanes than it has',
    slot(16, [8, 8, 8], 8, 8),
    'error slot s0 is divided into x8 x8 x8: 24 lanes, where it has 16.',
    'Divide slot s0 into x8 x8',
  ],
  [
    'in a way that no slot offers',
    slot(16, [4, 8, 4], 4, 8, 4),
    'warning slot s0 is divided into x4 x8 x4, which no x16 slot of the catalogue offers.',
    'Divide slot s0 into x8 x4 x4',
  ],
  [
    'for fewer ports than it has',
    slot(16, [8, 8], 8, 4, 4),
    'error slot s0 is divided into 2 groups for 3 ports.',
    'Divide slot s0 into x8 x4 x4',
  ],
  [
    'while its ports are wider',
    slot(16, [8, 8], 8, 16),
    'warning rp1 is x16; slot s0 gives it 8 lanes.',
    'Give the ports of slot s0 x8 x8',
  ],
  [
    'not at all, with ports that need it',
    slot(16, null, 16, 16),
    'error 2 ports of 32 lanes feed slot s0, which has 16 and is not divided.',
    'Divide slot s0 into x8 x8',
  ],
])('a slot divided %s is told', (_, machine, text, mend) => {
  expect(told(machine, 'bifurcation')).toEqual([text]);
  expect(cures(machine, 'bifurcation')).toContain(mend);
});

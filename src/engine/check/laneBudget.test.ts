import { describe, expect, test } from 'vitest';
import { Drawing } from '../../build/drawing.testkit.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { cures, told } from './checks.testkit.ts';

const platform = CATALOGUE.find((part) => part.kind === 'host' && part.lanes.value === 128);
const chip = CATALOGUE.find(
  (part) =>
    part.kind === 'switch' &&
    part.lanes.value !== 'unknown' &&
    part.maxPorts.value !== 'unknown' &&
    part.lanes.value % 16 === 0 &&
    part.lanes.value > 32 &&
    part.lanes.value < 16 * part.maxPorts.value,
);

function ports(count: number, width: number, part = platform?.id ?? ''): Drawing {
  const drawing = new Drawing().host('h0', part);
  for (let index = 0; index < count; index++) {
    drawing.put(`rp${index}`, 'port', 'h0').link(`rp${index}`, 16, width);
  }
  return drawing;
}

describe('root ports', () => {
  test('with as many lanes as the CPU has say nothing', () => {
    expect(told(ports(8, 16).settled, 'lane-budget')).toEqual([]);
  });

  test('with more are told', () => {
    const machine = ports(9, 16).settled;
    expect(told(machine, 'lane-budget')).toEqual([
      `warning The root ports take 144 lanes; an ${platform?.title} has 128 for cards.`,
    ]);
    expect(cures(machine, 'lane-budget')).toEqual(['Run rp8 and rp7 at x8']);
  });

  test('count what their cards use', () => {
    const drawing = ports(9, 16).put('nvme0', 'nvme', 'rp8');
    expect(told(drawing.settled, 'lane-budget')).toEqual([
      `warning The root ports take 132 lanes; an ${platform?.title} has 128 for cards.`,
    ]);
  });

  test('of a host that nobody knows the lanes of say nothing', () => {
    expect(told(ports(20, 16, 'host').settled, 'lane-budget')).toEqual([]);
  });

  test('of two host bridges of one socket are counted together', () => {
    const part = platform?.id ?? '';
    const two = (sockets: readonly [string, string]) => {
      const drawing = new Drawing().host('h0', part, sockets[0]).host('h1', part, sockets[1]);
      for (let index = 0; index < 10; index++) {
        drawing.put(`rp${index}`, 'port', `h${index % 2}`).link(`rp${index}`, 16, 16);
      }
      return told(drawing.settled, 'lane-budget').length;
    };
    expect([two(['s0', 's0']), two(['s0', 's1'])]).toEqual([1, 0]);
  });
});

describe('a switch', () => {
  const lanes = chip?.kind === 'switch' ? Number(chip.lanes.value) : 0;

  function below(count: number): Drawing {
    const drawing = new Drawing()
      .host('h0')
      .put('rp0', 'port', 'h0')
      .put('sw0', chip?.id ?? '', 'rp0');
    for (let index = 0; index < count; index++) drawing.put(`gpu${index}`, 'gpu', 'sw0');
    return drawing;
  }

  test('with links of as many lanes as it has says nothing', () => {
    expect(told(below(lanes / 16 - 1).settled, 'lane-budget')).toEqual([]);
  });

  test('with more is told', () => {
    const machine = below(Math.ceil(lanes / 16)).settled;
    expect(told(machine, 'lane-budget')).toEqual([
      expect.stringMatching(/^warning The links of sw0/),
    ]);
    expect(cures(machine, 'lane-budget')).toHaveLength(1);
  });
});

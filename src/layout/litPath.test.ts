import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { layOut } from './layOut.ts';
import { litPath } from './litPath.ts';
import type { Drawing } from './scene.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .endpoint('04:00.1')
  .rootPort('00:02.0', '05')
  .endpoint('05:00.0')
  .endpoint('40:00.0', { orphan: true })
  .build();

function lit(from: string, to: string, drawing: Drawing = 'blocks') {
  const scene = layOut(machine, { drawing, direction: 'down', titleOf: () => '' });
  const { boxes, ports, links, ...rest } = litPath(scene, machine, id(from), id(to));
  return { boxes: [...boxes], ports: [...ports], links: [...links], ...rest };
}

const all = (...names: string[]) => names.map(id);

describe('blocks', () => {
  test('below a switch the way turns in it, and leaves its upstream port alone', () => {
    expect(lit('03:00.0', '04:00.1')).toEqual({
      boxes: all('03:00.0', '01:00.0', '04:00.0'),
      ports: all('02:00.0', '02:01.0'),
      links: all('03:00.0', '04:00.0'),
      up: all('03:00.0', '02:00.0', '01:00.0'),
      down: all('04:00.1', '02:01.0', '01:00.0'),
      turn: 'bridge',
    });
  });

  test('between root ports it turns in the host', () => {
    expect(lit('03:00.0', '05:00.0')).toEqual({
      boxes: all('03:00.0', '01:00.0', '00:01.0', '05:00.0', '00:02.0'),
      ports: all('01:00.0', '02:00.0'),
      links: all('03:00.0', '01:00.0', '05:00.0'),
      up: all('03:00.0', '02:00.0', '01:00.0', '00:01.0'),
      down: all('05:00.0', '00:02.0'),
      turn: 'host',
    });
  });

  test('functions of one device meet at the port above it', () => {
    const { turn, up, links } = lit('04:00.0', '04:00.1');
    expect({ turn, up, links }).toEqual({
      turn: 'bridge',
      up: all('04:00.0', '02:01.0'),
      links: all('04:00.0'),
    });
  });

  test('with itself, and with what hangs from nothing shown', () => {
    expect(lit('03:00.0', '03:00.0')).toMatchObject({ turn: 'same', links: [] });
    expect(lit('03:00.0', '40:00.0')).toMatchObject({ turn: 'not-shown' });
  });

  test('an id that is not there lights nothing', () => {
    expect(lit('03:00.0', '77:00.0')).toMatchObject({ turn: 'not-shown', links: [], up: [] });
  });
});

test('between functions, buses inside the switch are lit, too', () => {
  const { links, boxes } = lit('03:00.0', '04:00.0', 'functions');
  expect(links).toEqual(all('03:00.0', '02:00.0', '04:00.0', '02:01.0'));
  expect(boxes).toHaveLength(5);
});

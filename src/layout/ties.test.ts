import { describe, expect, test } from 'vitest';
import type { SocketId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine, SideLink } from '../model/machine.ts';
import { socketOf, withSockets } from '../model/smallMachines.testkit.ts';
import { layOut } from './layOut.ts';
import type { Direction, Drawing, Scene } from './scene.ts';

const base = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .rootPort('00:02.0', '02')
  .endpoint('02:00.0')
  .rootPort('00:03.0', '03')
  .endpoint('03:00.0')
  .host('80:00.0', '8086:29c0')
  .build();
const machine = withSockets(base);

const drawn = (
  more: Partial<Machine>,
  drawing: Drawing = 'blocks',
  direction: Direction = 'down',
) => layOut({ ...machine, ...more }, { drawing, direction, titleOf: (fn) => fn.id });

const nvlink = (from: string, to: string, label: string | null = null): SideLink => ({
  kind: 'nvlink',
  from: id(from),
  to: id(to),
  label,
});
const texts = ({ ties }: Scene) => ties.flatMap((tie) => tie.texts.map(({ text }) => text));

describe('side links', () => {
  const sideLinks = [nvlink('01:00.0', '02:00.0', 'NV18'), nvlink('01:00.0', '03:00.0')];

  test.each([
    ['blocks', 'down'],
    ['blocks', 'right'],
    ['functions', 'down'],
    ['functions', 'right'],
  ] as const)('of %s, %s, run from card to card inside the bounds', (drawing, direction) => {
    const scene = drawn({ sideLinks }, drawing, direction);
    expect(texts(scene)).toEqual(['NVLink NV18, not modelled', 'NVLink, not modelled']);
    const { bounds } = scene;
    for (const { points, isModelled } of scene.ties) {
      expect(isModelled).toBe(false);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(bounds.x);
        expect(x).toBeLessThan(bounds.x + bounds.width);
        expect(y).toBeGreaterThan(bounds.y);
        expect(y).toBeLessThan(bounds.y + bounds.height);
      }
    }
  });

  test('that overlap run beside one another, and end side by side', () => {
    const [one, two] = drawn({ sideLinks }).ties;
    expect(one?.points[1]?.y).not.toBe(two?.points[1]?.y);
    expect(one?.points[0]?.x).not.toBe(two?.points[0]?.x);
  });

  test('of which there are many have one text', () => {
    const many = ['01', '02', '03'].flatMap((a) =>
      ['01', '02', '03'].filter((b) => a !== b).map((b) => nvlink(`${a}:00.0`, `${b}:00.0`)),
    );
    expect(texts(drawn({ sideLinks: many }))).toEqual(['6 × NVLink, not modelled']);
  });

  test('to what is not there are left out', () => {
    expect(drawn({ sideLinks: [nvlink('01:00.0', '09:00.0')] }).ties).toEqual([]);
  });
});

test('sockets are joined above their frames, in blocks only', () => {
  const socketLinks = [
    { from: 's0' as SocketId, to: 's1' as SocketId, bytesPerSecond: 62.4e9, latencyNs: null },
  ];
  const scene = drawn({ socketLinks });
  expect(texts(scene)).toEqual(['Socket link 62.4 GB/s']);
  const top = Math.min(...scene.frames.map(({ rect }) => rect.y));
  expect(scene.ties[0]?.points[1]?.y).toBeLessThan(top);
  expect(drawn({ socketLinks }, 'functions').ties).toEqual([]);
});

describe('between sockets that stand one below the other', () => {
  const wide = new MachineBuilder();
  for (const host of [0x00, 0x40, 0x80, 0xc0]) {
    const hex = (number: number) => number.toString(16).padStart(2, '0');
    wide.host(`${hex(host)}:00.0`, '8086:29c0');
    for (let port = 1; port <= 14; port++) {
      wide.rootPort(`${hex(host)}:${hex(port)}.0`, hex(host + port));
      wide.endpoint(`${hex(host + port)}:00.0`);
    }
  }
  const built = wide.build();
  const sockets = [0, 1, 2, 3].map(socketOf);
  const stacked: Machine = {
    ...built,
    sockets,
    hostBridges: built.hostBridges.map((host, numaNode) => ({ ...host, numaNode })),
    socketLinks: sockets.flatMap(({ id: from }, index) =>
      sockets
        .slice(index + 1)
        .map(({ id: to }) => ({ from, to, bytesPerSecond: 62.4e9, latencyNs: null })),
    ),
  };

  test.each(['down', 'right'] as const)('lines run round all boxes, %s', (direction) => {
    const scene = layOut(stacked, { drawing: 'blocks', direction, titleOf: (fn) => fn.id });
    expect(scene.ties).toHaveLength(6);
    const { bounds } = scene;
    for (const { points } of scene.ties) {
      for (const [index, { x, y }] of points.entries()) {
        expect(x > bounds.x && x < bounds.x + bounds.width).toBe(true);
        expect(y > bounds.y && y < bounds.y + bounds.height).toBe(true);
        const last = points[index - 1] ?? { x, y };
        for (const { rect } of scene.boxes) {
          const isPast =
            Math.max(last.x, x) <= rect.x ||
            Math.min(last.x, x) >= rect.x + rect.width ||
            Math.max(last.y, y) <= rect.y ||
            Math.min(last.y, y) >= rect.y + rect.height;
          expect(isPast).toBe(true);
        }
      }
    }
  });

  test('they do so downwards, where one stands below the other', () => {
    const scene = layOut(stacked, { drawing: 'blocks', direction: 'down', titleOf: (fn) => fn.id });
    const tops = scene.frames.flatMap(({ kind, rect }) => (kind === 'socket' ? [rect.y] : []));
    expect(new Set(tops).size).toBeGreaterThan(1);
    const round = scene.ties.filter(({ points }) => points.length === 6);
    expect(round.length).toBeGreaterThan(0);
    const sides = round.map(({ points }) => points[2]?.x);
    expect(new Set(sides).size).toBe(round.length);
  });
});

test('a machine without any keeps its bounds', () => {
  expect(drawn({}).ties).toEqual([]);
});

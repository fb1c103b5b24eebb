import { describe, expect, test } from 'vitest';
import type { FunctionId, SlotId, SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { faultsOf } from '../checkScene.testkit.ts';
import { groupHulls } from '../groupHulls.ts';
import { layOut } from '../layOut.ts';
import { pairWay } from '../pairWay.ts';
import {
  DIRECTIONS,
  DRAWINGS,
  type LayoutOptions,
  type Scene,
  type ScenePartId,
} from '../scene.ts';
import { directPlaces, risingPlaces } from '../walkRoute.testkit.ts';
import { walkRoute } from '../walkRoute.ts';

const titleOf = (fn: PciFunction) => `Maker ${fn.id}`;
const WAYS = DRAWINGS.flatMap((drawing) =>
  DIRECTIONS.map((direction) => ({ drawing, direction, titleOf })),
);
const BLOCKS = { drawing: 'blocks', direction: 'down', titleOf } as const;

const gpu = { id: '10de:20b0', change: { classCode: 0x030200 } };
const nic = { change: { classCode: 0x020000 } };
const drive = { change: { classCode: 0x010802 } };

/** A switch with two GPUs, a NIC of two functions and a switch with a drive; a second host. */
function base(): Machine {
  const built = new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-08')
    .upstream('01:00.0', '02-08')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0', gpu)
    .downstream('02:01.0', '04')
    .endpoint('04:00.0', gpu)
    .downstream('02:02.0', '05')
    .endpoint('05:00.0', nic)
    .endpoint('05:00.1', nic)
    .downstream('02:03.0', '06-08')
    .upstream('06:00.0', '07-08')
    .downstream('07:00.0', '08')
    .endpoint('08:00.0', drive)
    .host('80:00.0', '8086:09a2')
    .rootPort('80:01.0', '81')
    .endpoint('81:00.0', nic)
    .build();
  const socket = 's0' as SocketId;
  return {
    ...built,
    sockets: [{ id: socket, label: null, numaNode: 0, model: null }],
    hostBridges: built.hostBridges.map((host, index) => (index === 0 ? { ...host, socket } : host)),
    slots: [
      {
        id: 'slot' as SlotId,
        label: '1',
        ports: [id('07:00.0')],
        lanes: 16,
        bifurcation: null,
        riser: null,
      },
    ],
  };
}

const machine = base();
const host = machine.hostBridges[0]?.id ?? id('00:00.0');

function collapsed(...parts: readonly ScenePartId[]): Machine {
  const placements = parts.map((about) => ({
    about,
    dx: 0,
    dy: 0,
    pinned: false,
    collapsed: true,
    locked: false,
  }));
  return { ...machine, placements };
}

function boxOf(scene: Scene, fn: FunctionId) {
  const key = scene.placeOf.get(fn)?.box;
  const box = scene.boxes.find((each) => each.key === key);
  if (!box) throw new Error(`no box of ${fn}`);
  return box;
}

const draw = (of: Machine, options: LayoutOptions) => layOut(of, options);

test.each<[string, ScenePartId, FunctionId, number, string]>([
  ['a switch', id('01:00.0'), id('01:00.0'), 12, '2 GPUs, 1 NIC, 1 NVMe drive, 1 switch'],
  ['a root port', id('00:01.0'), id('01:00.0'), 12, '2 GPUs, 1 NIC, 1 NVMe drive, 2 switches'],
  ['a port of a switch', id('02:03.0'), id('06:00.0'), 3, '1 NVMe drive, 1 switch'],
  ['a port with a card', id('02:02.0'), id('05:00.0'), 2, '1 NIC'],
  ['a host bridge', host, id('08:00.0'), 14, '2 GPUs, 1 NIC, 1 NVMe drive, 2 switches, 1 other'],
  [
    'a socket',
    's0' as SocketId,
    id('08:00.0'),
    14,
    '2 GPUs, 1 NIC, 1 NVMe drive, 2 switches, 1 other',
  ],
])('%s hides what is below it, in one box that counts it', (_, part, within, functions, words) => {
  const changed = collapsed(part);
  for (const way of WAYS) {
    const scene = draw(changed, way);
    expect(faultsOf(scene, changed)).toEqual([]);
    const box = boxOf(scene, within);
    expect(box).toMatchObject({ kind: 'collapsed', ports: [], marks: [] });
    expect(box.collapsed).toEqual({ about: part, functions, words });
    expect(box.functions).toHaveLength(functions);
    expect(box.signs?.map(({ kind }) => kind)).toEqual(['collapsed']);
    expect(boxOf(scene, id('81:00.0')).kind).toBe('device');
  }
});

test('a port keeps its place and its link; a switch keeps the link above it', () => {
  const port = draw(collapsed(id('02:03.0')), BLOCKS);
  const whole = draw(machine, BLOCKS);
  const linkTo = (scene: Scene, fn: FunctionId) => scene.links.find(({ key }) => key === fn);
  expect(boxOf(port, id('02:03.0')).kind).toBe('switch');
  expect(linkTo(port, id('06:00.0'))).toMatchObject({ upper: id('02:03.0'), kind: 'link' });
  const itself = draw(collapsed(id('01:00.0')), BLOCKS);
  for (const field of ['lanes', 'title', 'upper', 'isDegraded'] as const) {
    expect(linkTo(itself, id('01:00.0'))?.[field]).toEqual(linkTo(whole, id('01:00.0'))?.[field]);
  }
});

test('a collapsed part in a collapsed part says nothing of its own', () => {
  const scene = draw(collapsed(id('01:00.0'), id('06:00.0')), BLOCKS);
  expect(scene.boxes.filter(({ kind }) => kind === 'collapsed')).toHaveLength(1);
});

test('what has nothing below it hides nothing', () => {
  const changed = collapsed(id('81:00.0'), id('03:00.0'));
  expect(draw(changed, BLOCKS).boxes).toEqual(draw(machine, BLOCKS).boxes);
});

test('host bridges and slots that are hidden have a place, too', () => {
  for (const way of WAYS) {
    const scene = draw(collapsed('s0' as SocketId), way);
    expect(scene.hiddenParts.get(host as never)?.box).toBe('s0');
    expect(scene.hiddenParts.get('slot' as SlotId)?.box).toBe('s0');
    expect(draw(machine, way).hiddenParts.size).toBe(0);
  }
});

describe('what is drawn over it', () => {
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const ends = [id('03:00.0'), id('05:00.1'), id('08:00.0'), id('81:00.0')];
  const parts = [
    id('01:00.0'),
    id('00:01.0'),
    id('02:03.0'),
    id('06:00.0'),
    host,
    's0' as SocketId,
  ];

  test.each(WAYS)('ends at the box that hides a part: $drawing, $direction', (way) => {
    for (const part of parts) {
      const changed = collapsed(part);
      const scene = draw(changed, way);
      for (const provider of ends) {
        for (const client of ends) {
          const { route, stations, boxes } = pairWay(scene, changed, byId, {
            provider,
            client,
            rising: false,
          });
          expect(boxes.has(scene.placeOf.get(provider)?.box ?? '')).toBe(true);
          for (const { x, y } of [route.turn, ...stations]) {
            expect([x, y].every(Number.isFinite)).toBe(true);
          }
          const places =
            directPlaces(byId, client, provider) ?? risingPlaces(byId, client, provider);
          const walk = walkRoute(scene, byId, places);
          for (const leg of walk.legs) {
            const slanted = leg.filter((at, index) => {
              const next = leg[index + 1];
              return next && next.x !== at.x && next.y !== at.y;
            });
            expect(slanted).toEqual([]);
          }
        }
      }
    }
  });

  test('an outline of a group goes round the box that hides its members', () => {
    const scene = draw(collapsed(id('01:00.0')), BLOCKS);
    const members = [id('03:00.0'), id('04:00.0')];
    const [hull] = groupHulls(scene, [{ group: 1, members }]);
    const { rect } = boxOf(scene, id('03:00.0'));
    expect(hull?.pieces).toHaveLength(1);
    expect(hull?.pieces[0]?.bounds).toMatchObject({ x: rect.x - 4, y: rect.y - 4 });
  });
});

import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS, type Scene, type ScenePartId } from './scene.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .build();
const host = machine.hostBridges[0]?.id ?? id('00:00.0');

const kept = (about: ScenePartId, what: Partial<Machine['placements'][number]>) => ({
  about,
  dx: 0,
  dy: 0,
  pinned: false,
  collapsed: false,
  locked: false,
  ...what,
});

const signsOf = (scene: Scene) =>
  [...scene.frames, ...scene.boxes].flatMap(({ key, signs }) =>
    (signs ?? []).map(({ kind, about }) => [key, kind, about]),
  );

test('what is pinned or locked has a sign at its corner, and stays where it is', () => {
  const placements = [
    kept(host, { pinned: true }),
    kept(id('01:00.0'), { locked: true }),
    kept(id('03:00.0'), { pinned: true, locked: true }),
  ];
  for (const drawing of DRAWINGS) {
    for (const direction of DIRECTIONS) {
      const options = { drawing, direction, titleOf: () => 'Thing' };
      const scene = layOut({ ...machine, placements }, options);
      expect(signsOf(scene)).toEqual([
        [host, 'pinned', host],
        [id('01:00.0'), 'locked', id('01:00.0')],
        [id('03:00.0'), 'pinned', id('03:00.0')],
        [id('03:00.0'), 'locked', id('03:00.0')],
      ]);
      expect(scene.placeOf).toEqual(layOut(machine, options).placeOf);
    }
  }
});

test('a port has its sign on itself; what is hidden shows none', () => {
  const options = { drawing: 'blocks', direction: 'down', titleOf: () => 'Thing' } as const;
  const port = kept(id('02:00.0'), { pinned: true });
  const scene = layOut({ ...machine, placements: [port] }, options);
  const rect = scene.placeOf.get(id('02:00.0'))?.rect;
  const sign = scene.boxes.flatMap(({ signs }) => signs ?? [])[0]?.rect;
  expect(sign && rect && [sign.x + 6, sign.y + 6]).toEqual(rect && [rect.x, rect.y]);
  const hidden = [port, kept(id('01:00.0'), { collapsed: true, locked: true })];
  expect(signsOf(layOut({ ...machine, placements: hidden }, options))).toEqual([
    [id('01:00.0'), 'collapsed', id('01:00.0')],
    [id('01:00.0'), 'locked', id('01:00.0')],
  ]);
});

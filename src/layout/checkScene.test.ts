import { expect, test } from 'vitest';
import { MachineBuilder } from '../model/machine.testkit.ts';
import { faultsOf } from './checkScene.testkit.ts';
import { layOut } from './layOut.ts';
import type { Scene } from './scene.ts';

const machine = new MachineBuilder()
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .rootPort('00:02.0', '02')
  .endpoint('02:00.0')
  .build();
const scene = layOut(machine, { drawing: 'blocks', direction: 'down', titleOf: () => 'Disk' });

/** The scene with the card of 01:00.0 elsewhere. */
function moved(dx: number, dy: number): Scene {
  const boxes = scene.boxes.map((box) =>
    box.key === '0000:01:00.0'
      ? { ...box, rect: { ...box.rect, x: box.rect.x + dx, y: box.rect.y + dy } }
      : box,
  );
  return { ...scene, boxes };
}

test('a sound scene has no faults', () => {
  expect(faultsOf(scene, machine)).toEqual([]);
});

test.each([
  [240, 0, '0000:02:00.0 lies on 0000:01:00.0'],
  [0, 8, '0000:01:00.0 ends in the void'],
  [0, -60, 'goes through 0000:01:00.0'],
  [0, 100, '0000:01:00.0 is off its box'],
  [60, 0, '"Disk" does not fit'],
  [9000, 0, 'something is out of bounds'],
])('moved by %i, %i: %s', (dx, dy, fault) => {
  expect(faultsOf(moved(dx, dy), machine).join('\n')).toContain(fault);
});

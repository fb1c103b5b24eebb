import { expect, test } from 'vitest';
import { layOut } from '../../layout/layOut.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { edgesOf, waysBeneath } from './waysBeneath.ts';

const machine = new MachineBuilder().rootPort('00:01.0', '01').endpoint('01:00.0').build();
const titleOf = () => 'Device';

test('boxes of ports in the drawing of functions, and only words in that of blocks', () => {
  for (const [drawing, isBeneath] of [
    ['functions', true],
    ['blocks', false],
  ] as const) {
    const scene = layOut(machine, { drawing, direction: 'down', titleOf });
    const port = scene.placeOf.get(id('00:01.0'));
    const beneath = waysBeneath(scene, new Set(port ? [port.box] : []));
    expect(beneath.some((rect) => rect === port?.rect)).toBe(isBeneath);
    const words = scene.boxes.flatMap(({ texts }) => texts);
    expect(beneath.length).toBeGreaterThanOrEqual(words.length);
  }
});

test('the sides of a rectangle', () => {
  expect(edgesOf({ x: 1, y: 2, width: 10, height: 20 })).toEqual([
    { x: 1, y: 2, width: 10, height: 0 },
    { x: 1, y: 22, width: 10, height: 0 },
    { x: 1, y: 2, width: 0, height: 20 },
    { x: 11, y: 2, width: 0, height: 20 },
  ]);
});

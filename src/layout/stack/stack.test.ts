import { expect, test } from 'vitest';
import type { NoteId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { faultsOf } from '../checkScene.testkit.ts';
import { layOut } from '../layOut.ts';
import { DIRECTIONS, DRAWINGS, type Scene } from '../scene.ts';
import { runsOf } from './runsOf.ts';
import { stackName } from './stackName.ts';

const titleOf = (fn: PciFunction) => fn.label ?? 'Maker Drive';
const WAYS = DRAWINGS.flatMap((drawing) =>
  DIRECTIONS.map((direction) => ({ drawing, direction, titleOf, isStacked: true })),
);

/** A switch with so many drives, a NIC, and two drives more. */
function shelf(drives: number): Machine {
  const builder = new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-40')
    .upstream('01:00.0', '02-40');
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  for (let port = 0; port < drives + 3; port++) {
    const isNic = port === drives;
    builder.downstream(`02:${hex(port)}.0`, hex(3 + port)).endpoint(`${hex(3 + port)}:00.0`, {
      id: isNic ? '15b3:1019' : '144d:a80a',
      change: { classCode: isNic ? 0x020000 : 0x010802 },
    });
  }
  return builder.build();
}

const stacks = (scene: Scene) =>
  scene.boxes.flatMap(({ key, stack, functions }) =>
    stack === undefined ? [] : [[key, stack, functions.length]],
  );

const change = (machine: Machine, address: string, to: Partial<PciFunction>): Machine => ({
  ...machine,
  functions: machine.functions.map((fn) => (fn.id === id(address) ? { ...fn, ...to } : fn)),
});

test.each(WAYS)(
  'drives in a row are one card, and all have a place: $drawing, $direction',
  (way) => {
    const machine = shelf(8);
    const scene = layOut(machine, way);
    expect(faultsOf(scene, machine)).toEqual([]);
    expect(stacks(scene).filter(([key]) => String(key).endsWith('3:00.0'))).toEqual([
      [id('03:00.0'), 8, 8],
    ]);
    expect(scene.placeOf.get(id('0a:00.0'))?.box).toBe(id('03:00.0'));
    const card = scene.boxes.find(({ key }) => key === id('03:00.0'));
    expect(card?.texts.some(({ text }) => text.startsWith('×8'))).toBe(true);
    expect(layOut(machine, { ...way, isStacked: false })).toEqual(
      layOut(machine, { drawing: way.drawing, direction: way.direction, titleOf }),
    );
  },
);

test('in blocks each port has its line into the card, and one of them says what all are', () => {
  const scene = layOut(shelf(4), {
    drawing: 'blocks',
    direction: 'down',
    titleOf,
    isStacked: true,
  });
  const into = scene.links.filter(({ key }) => scene.placeOf.get(key)?.box === id('03:00.0'));
  expect(into.map(({ upper }) => upper)).toEqual(
    ['02:00.0', '02:01.0', '02:02.0', '02:03.0'].map(id),
  );
  expect(into.filter(({ texts }) => texts.length > 0).length).toBeLessThanOrEqual(1);
  expect(scene.linkOf.get(id('05:00.0'))).toBe(id('05:00.0'));
});

test.each<[string, (machine: Machine) => Machine]>([
  ['another driver', (machine) => change(machine, '04:00.0', { driver: 'vfio-pci' })],
  ['another class', (machine) => change(machine, '04:00.0', { classCode: 0x020000 })],
  [
    'a note',
    (machine) => ({
      ...machine,
      notes: [{ id: 'n' as NoteId, about: id('04:00.0'), text: 'spare' }],
    }),
  ],
  [
    'a pin on its port',
    (machine) => ({
      ...machine,
      placements: [
        { about: id('02:01.0'), dx: 0, dy: 0, pinned: true, collapsed: false, locked: false },
      ],
    }),
  ],
])('what has %s stands by itself', (_, differ) => {
  for (const way of WAYS) {
    const scene = layOut(differ(shelf(4)), way);
    expect(scene.boxes.some(({ key, stack }) => key === id('04:00.0') && stack === undefined)).toBe(
      true,
    );
    expect(scene.placeOf.get(id('06:00.0'))?.box).toBe(id('05:00.0'));
  }
});

test('names of their own do not part them: the first and the last are said', () => {
  const machine = shelf(3);
  const named = ['03', '04', '05'].reduce(
    (made, bus, index) => change(made, `${bus}:00.0`, { label: `nvme${index}` }),
    machine,
  );
  const scene = layOut(named, { drawing: 'blocks', direction: 'down', titleOf, isStacked: true });
  const card = scene.boxes.find(({ key }) => key === id('03:00.0'));
  expect(card?.texts[0]?.text).toBe('nvme0 … nvme2');
});

test.each([
  [['a', 'a', 'a'], 'a'],
  [['a', 'b'], 'a … b'],
  [[], ''],
])('%j is called %s', (names, name) => {
  expect(stackName(names)).toBe(name);
});

test('runs hold neighbours together, and nothing without a key', () => {
  expect(runsOf([1, 1, 2, 0, 0, 1], (n) => (n === 0 ? null : `${n}`))).toEqual([
    [1, 1],
    [2],
    [0],
    [0],
    [1],
  ]);
});

import { expect, test } from 'vitest';
import type { SlotId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Slot } from '../model/machine.ts';
import { faultsOf } from './checkScene.testkit.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';
import { slotWords } from './slotWords.ts';

const ports = ['00:01.0', '00:02.0', '00:03.0', '00:04.0'].map(id);
const slot: Slot = {
  id: 'slot' as SlotId,
  label: '3',
  ports: ports.slice(0, 1),
  lanes: 16,
  bifurcation: null,
  riser: null,
};

test.each<[Partial<Slot>, string, string]>([
  [{}, 'Slot 3', 'x16'],
  [{ bifurcation: [8, 8], ports: ports.slice(0, 2) }, 'Slot 3, 1 of 2', 'x16 as x8x8'],
  [{ bifurcation: [4, 4, 4, 4], ports }, 'Slot 3, 1 of 4', 'x16 as x4x4x4x4'],
  [{ label: 'PCIe J7', lanes: null }, 'PCIe J7', ''],
  [{ label: null, lanes: 4 }, 'Slot', 'x4'],
])('%j says "%s" and "%s"', (change, name, lanes) => {
  expect(slotWords({ ...slot, ...change }, id('00:01.0'))).toEqual({ name, lanes });
});

test('a free slot stands at its port in both drawings, with its lanes', () => {
  const builder = new MachineBuilder().host('00:00.0', '8086:09a2');
  for (const [index, port] of ports.entries()) {
    builder.rootPort(port.slice(5), `0${index + 1}`);
  }
  const built = builder.endpoint('04:00.0').build();
  const machine = { ...built, slots: [{ ...slot, ports, bifurcation: [4, 4, 4, 4] }] };
  for (const drawing of DRAWINGS) {
    for (const direction of DIRECTIONS) {
      const scene = layOut(machine, { drawing, direction, titleOf: () => 'Port' });
      expect(faultsOf(scene, machine)).toEqual([]);
      const free = scene.boxes.filter(({ kind }) => kind === 'empty-slot');
      expect(free.map(({ key }) => key)).toEqual(ports.slice(0, 3).map((port) => `slot ${port}`));
      for (const { texts } of free) {
        expect(texts.map(({ text }) => text).join(' ')).toContain('x16 as x4x4x4x4');
      }
      expect([...scene.slotOf.keys()]).toEqual(ports.slice(0, 3));
    }
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyMachine } from './anyMachine.testkit.ts';
import { faultsOf } from './checkScene.testkit.ts';
import { layOut } from './layOut.ts';
import { litPath } from './litPath.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';

const WAYS = DRAWINGS.flatMap((drawing) => DIRECTIONS.map((direction) => ({ drawing, direction })));

test.each(WAYS)('whatever a document says, it can be drawn: $drawing, $direction', (way) => {
  fc.assert(
    fc.property(anyMachine, fc.string(), fc.boolean(), (machine, name, isStacked) => {
      const options = { ...way, isStacked, titleOf: () => `Vendor of things ${name}` };
      const scene = layOut(machine, options);
      expect(faultsOf(scene, machine)).toEqual([]);
      expect(layOut(machine, options)).toEqual(scene);
    }),
    { seed: 1, numRuns: 150 },
  );
});

test.each(WAYS)('any pair lights what is there, and no more: $drawing, $direction', (way) => {
  fc.assert(
    fc.property(anyMachine, fc.nat(), fc.nat(), (machine, one, other) => {
      const { functions } = machine;
      const [provider, client] = [one, other].map((pick) => functions[pick % functions.length]?.id);
      if (provider === undefined || client === undefined) return;
      const scene = layOut(machine, { ...way, titleOf: () => '' });
      const { boxes, ports, links, up, down } = litPath(scene, machine, provider, client);
      const keys = new Set(scene.boxes.map(({ key }) => key));
      expect([...boxes].filter((key) => !keys.has(key))).toEqual([]);
      const lines = new Set(scene.links.map(({ key }) => key));
      expect([...links].filter((key) => !lines.has(key))).toEqual([]);
      expect([up[0], down[0]]).toEqual([provider, client]);
      for (const port of ports) expect([...up, ...down]).toContain(port);
    }),
    { seed: 2, numRuns: 100 },
  );
});

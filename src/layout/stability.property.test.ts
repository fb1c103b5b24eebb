import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Drawing } from '../build/drawing.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { anyMachine } from './anyMachine.testkit.ts';
import { faultsOf } from './checkScene.testkit.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';
import { disturbed, EDITS, edited, editsOf } from './stability.testkit.ts';

const WAYS = DRAWINGS.flatMap((drawing) => DIRECTIONS.map((direction) => ({ drawing, direction })));
const titleOf = () => 'Vendor Thing';

test.each(WAYS)(
  'arranged as another was, any document can be drawn: $drawing, $direction',
  (way) => {
    fc.assert(
      fc.property(anyMachine, anyMachine, (one, other) => {
        const { arrangement: former } = layOut(one, { ...way, titleOf });
        const scene = layOut(other, { ...way, titleOf, former });
        expect(faultsOf(scene, other)).toEqual([]);
        // What was chosen leads to the same drawing again, and to the same choices.
        expect(layOut(other, { ...way, titleOf, former: scene.arrangement })).toEqual(scene);
      }),
      { seed: 4, numRuns: 100 },
    );
  },
);

const put = fc.record({
  part: fc.constantFrom('gpu', 'nic', 'nvme', 'gpu', 'nvme', 'switch'),
  below: fc.nat(99),
});

/** Two hosts with whatever was put below them and below switches. */
const builds = fc
  .tuple(fc.array(put, { minLength: 4, maxLength: 24 }), fc.boolean())
  .map(([puts, isFramed]): Machine => {
    const drawing = new Drawing();
    const names = ['h0', 'h1'];
    for (const host of names) drawing.host(host, 'host', isFramed ? `s of ${host}` : null);
    puts.forEach(({ part, below }, index) => {
      drawing.put(`p${index}`, part, names[below % names.length] ?? 'h0');
      if (part === 'switch') names.push(`p${index}`);
    });
    return drawing.settled;
  });

test.each(WAYS)(
  'what hangs from a part that was not touched stands as it stood: $drawing, $direction',
  (way) => {
    fc.assert(
      fc.property(builds, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (first, picks) => {
        let machine = first;
        let before = layOut(machine, { ...way, titleOf });
        for (const pick of picks) {
          const all = EDITS.flatMap((kind) => editsOf(machine, kind, 4));
          const change = all[pick % Math.max(1, all.length)];
          if (!change) return;
          machine = edited(machine, change);
          const after = layOut(machine, { ...way, titleOf, former: before.arrangement });
          expect(disturbed(before, after), JSON.stringify(change)).toEqual([]);
          before = after;
        }
      }),
      { seed: 5, numRuns: 25 },
    );
  },
);

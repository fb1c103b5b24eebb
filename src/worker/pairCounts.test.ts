import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OUTCOME } from '../engine/p2pdma/outcome.ts';
import { id } from '../model/machine.testkit.ts';
import { comparePairs, countVerdicts, type Outcomes } from './pairCounts.ts';
import type { PairCounts } from './protocol.ts';

const NONE: PairCounts = { direct: 0, viaHost: 0, refused: 0, unknown: 0 };

/** Outcomes of all pairs among some functions, from a rule. */
function table(
  names: readonly number[],
  outcome: (row: number, column: number) => number,
): Outcomes {
  return {
    functions: names.map((name) => id(`00:${name.toString(16).padStart(2, '0')}.0`)),
    possible: Uint8Array.from(names.flatMap((row) => names.map((column) => outcome(row, column)))),
  };
}

const always = (outcome: number) => () => outcome;

test('a function with itself is no pair', () => {
  expect(countVerdicts(table([1, 2, 3], always(OUTCOME.BUS_ADDR)))).toEqual({ ...NONE, direct: 6 });
  expect(countVerdicts(table([1], always(OUTCOME.BUS_ADDR)))).toEqual(NONE);
});

test('several outcomes are unknown, and so are none', () => {
  const open = OUTCOME.BUS_ADDR | OUTCOME.NOT_SUPPORTED;
  expect(countVerdicts(table([1, 2], (row) => (row === 1 ? open : 0)))).toEqual({
    ...NONE,
    unknown: 2,
  });
});

const outcomes = [1, 2, 4, 3, 5, 7] as const;

test('every pair of both tables is in one place', () => {
  const sets = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
  fc.assert(
    fc.property(
      sets,
      sets,
      fc.array(fc.nat(5), { minLength: 128, maxLength: 128 }),
      (a, b, seed) => {
        const rule = (shift: number) => (row: number, column: number) =>
          outcomes[seed[(row * 8 + column + shift) % 128] ?? 0] ?? 1;
        const before = table(a, rule(0));
        const after = table(b, rule(64));
        const { became, were, added, lost } = comparePairs(before, after);
        const total = (counts: PairCounts) =>
          Object.values(counts).reduce((sum, each) => sum + each, 0);
        const both = a.filter((name) => b.includes(name)).length;
        expect(total(became)).toBe(total(were));
        expect(total(added)).toBe(b.length * (b.length - 1) - both * (both - 1));
        expect(lost).toBe(a.length * (a.length - 1) - both * (both - 1));
        expect(comparePairs(after, before)).toMatchObject({ became: were, were: became });
        // What was, without what went and changed, and with what came and became, is what is.
        if (a.length === both && b.length === both) {
          const [from, to] = [countVerdicts(before), countVerdicts(after)];
          for (const kind of ['direct', 'viaHost', 'refused', 'unknown'] as const) {
            expect(from[kind] - were[kind] + became[kind]).toBe(to[kind]);
          }
        }
      },
    ),
  );
});

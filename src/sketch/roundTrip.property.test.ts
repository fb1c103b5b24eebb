import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settle } from '../build/settle.ts';
import { anyMachine } from '../layout/anyMachine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { anySketch } from './anySketch.testkit.ts';
import { readSketch } from './readSketch.ts';
import { carried } from './sketch.testkit.ts';
import { isSame } from './write/isSame.ts';
import { writeSketch } from './writeSketch.ts';

const MACHINES = 120;
const PATIENCE = 120_000;

/** Where two objects of lists differ: the field, and the first items that do. */
function differing(a: object, b: object): readonly unknown[] {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  expect(left.map(([key]) => key).sort()).toEqual(right.map(([key]) => key).sort());
  const other = new Map<string, unknown>(right);
  return left.flatMap(([key, value]) => {
    const wanted = other.get(key);
    if (isSame(value, wanted)) return [];
    if (!Array.isArray(value) || !Array.isArray(wanted)) return [[key, value, wanted]];
    const at = value.findIndex((item, index) => !isSame(item, wanted[index]));
    return [[key, value[at], wanted[at], value.length, wanted.length]];
  });
}

/** The document with its functions in the order of their ids, without the text. */
function byId(machine: Machine): object {
  const functions = [...machine.functions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { sketch: _, ...rest } = machine;
  return { ...rest, functions };
}

describe('machines as people draw them', () => {
  const seeds = Array.from({ length: MACHINES }, (_, index) => index + 1);

  test(
    'document → sketch → document loses nothing but what is told',
    () => {
      for (const seed of seeds) {
        const text = anySketch(seed);
        const { machine, problems } = readSketch(text, null);
        const mistakes = problems.filter(({ text: said }) => !/expects nothing/.test(said));
        expect([seed, text, mistakes]).toEqual([seed, text, []]);
        const drawn = settle(machine).machine;
        const written = writeSketch(drawn);
        const read = readSketch(written.text, null);
        expect([seed, written.text, read.problems]).toEqual([seed, written.text, []]);
        const again = settle(read.machine).machine;
        expect([seed, text, differing(carried(again), carried(drawn))]).toEqual([seed, text, []]);
        expect(written.dropped.filter((each) => /no word/.test(each))).toEqual([]);
        expect(writeSketch(again).text).toBe(written.text);
      }
    },
    PATIENCE,
  );

  test(
    'text that was written is read and written as it is',
    () => {
      for (const seed of seeds.slice(0, 60)) {
        const once = writeSketch(readSketch(anySketch(seed), null).machine).text;
        expect(writeSketch(readSketch(once, null).machine).text).toBe(once);
      }
    },
    PATIENCE,
  );

  test(
    'with its document, a text gives the same document again, ids and positions included',
    () => {
      for (const seed of seeds.slice(0, 60)) {
        const drawn = settle(readSketch(anySketch(seed), null).machine).machine;
        const [fn] = drawn.functions;
        const about = fn?.id;
        const placements = about
          ? [{ about, dx: 1, dy: 2, pinned: true, collapsed: false, locked: false }]
          : [];
        const placed = { ...drawn, placements };
        const { text } = writeSketch(placed);
        const again = settle(readSketch(text, placed).machine).machine;
        const [before, after] = [byId(placed), byId(again)];
        expect([seed, text, differing(after, before)]).toEqual([seed, text, []]);
      }
    },
    PATIENCE,
  );
});

test('machines that no machine is like are written and read without a mistake', () => {
  fc.assert(
    fc.property(anyMachine, (machine) => {
      const written = writeSketch(machine);
      const read = readSketch(written.text, null);
      const mistakes = read.problems.filter(({ severity }) => severity === 'error');
      expect([written.text, mistakes]).toEqual([written.text, []]);
      expect(read.machine.functions).toHaveLength(machine.functions.length);
      if (written.dropped.some((each) => /cannot be|no word|several parts|two parts/.test(each)))
        return;
      const [before, after] = [carried(machine), carried(read.machine)];
      const lost = differing({ functions: after.functions }, { functions: before.functions });
      expect([written.text, lost]).toEqual([written.text, []]);
    }),
    { numRuns: 200, seed: 20_261 },
  );
});

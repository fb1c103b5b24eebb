import { describe, expect, it } from 'vitest';
import { Random } from '../../../base/random.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Machine } from '../../../model/machine.ts';
import { validate } from '../../../model/validate.ts';
import { GOLDEN_DUMPS, goldenDump } from './goldenDumps.testkit.ts';
import { mutateDump } from './mutateDump.testkit.ts';
import { readLspci } from './readLspci.ts';

const MUTANTS = 2000;
const SEED = 20260;

/** What does not hold of a machine and should, however damaged its dump was. */
function faultOf(machine: Machine): string | null {
  const invalid = validate(machine).find(({ severity }) => severity === 'error');
  if (invalid) return invalid.text;
  const parents = new Map(machine.functions.map((fn) => [fn.id, fn.parent]));
  for (const fn of machine.functions) {
    if (fn.pcie === null && fn.acs !== null) return `${fn.id} has ACS without PCI Express`;
    if (fn.pcie === UNKNOWN && fn.type !== UNKNOWN) return `${fn.id} has a type from nowhere`;
    let parent: typeof fn.parent | undefined = fn.parent;
    for (let steps = 0; parent !== undefined && parent !== UNKNOWN; steps += 1) {
      if (steps > 300) return `the way up from ${fn.id} has no end`;
      parent = parent.kind === 'function' ? parents.get(parent.id) : undefined;
    }
  }
  return null;
}

describe('damaged dumps', () => {
  const sources = GOLDEN_DUMPS.filter((_, index) => index % 7 === 0).map(goldenDump);

  it(`of ${MUTANTS} kinds never throw, and make a sound machine or an error`, () => {
    const random = new Random(SEED);
    let machines = 0;
    for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
      const dump = random.pick(sources);
      // Some dumps are long; a part of one can be damaged as well as the whole.
      const start = dump.indexOf('\n\n', random.below(dump.length)) + 1;
      const text = mutateDump(dump.slice(start, start + 20_000), random);
      const result = readLspci(text);
      const problems = result.ok ? result.value.problems : result.error;
      const fault = result.ok ? faultOf(result.value.machine) : null;
      if (fault !== null || problems.length > 201 || (!result.ok && problems.length === 0)) {
        expect.fail(`mutant ${mutant}: ${fault ?? `${problems.length} problems`}`);
      }
      if (result.ok) machines += 1;
    }
    expect(machines).toBeGreaterThan(MUTANTS / 2);
  }, 120_000);

  it('give the same machine every time', () => {
    const texts = [1, 2].map(() => mutateDump(sources[0] ?? '', new Random(SEED)));
    expect(texts[0]).toBe(texts[1]);
    expect(readLspci(texts[0] ?? '')).toEqual(readLspci(texts[1] ?? ''));
  });
});

import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Machine } from '../../../model/machine.ts';
import { validate } from '../../../model/validate.ts';
import { mutants } from './mutateDump.testkit.ts';
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
  it(`of ${MUTANTS} kinds never throw, and make a sound machine or an error`, () => {
    let machines = 0;
    let mutant = 0;
    for (const text of mutants(MUTANTS, SEED)) {
      const result = readLspci(text);
      const problems = result.ok ? result.value.problems : result.error;
      const fault = result.ok ? faultOf(result.value.machine) : null;
      if (fault !== null || problems.length > 201 || (!result.ok && problems.length === 0)) {
        expect.fail(`mutant ${mutant}: ${fault ?? `${problems.length} problems`}`);
      }
      if (result.ok) machines += 1;
      mutant += 1;
    }
    expect(machines).toBeGreaterThan(MUTANTS / 2);
  }, 120_000);

  it('give the same machine every time', () => {
    const [first, second] = [[...mutants(20, SEED)], [...mutants(20, SEED)]];
    expect(first).toEqual(second);
    expect(first.map(readLspci)).toEqual(second.map(readLspci));
  });
});

import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { requestOfCase } from './deriveCase.ts';
import { goldenCase, goldenTexts } from './goldenCases.testkit.ts';

/*
 * Without an IOMMU a kernel makes no groups, and the engine tells those that there would be. Most
 * machines were booted both ways: what is told of the one without is what the other had.
 */

const ids = new Set(goldenTexts('6.12').keys());
const twins = [...ids]
  .filter((id) => id.endsWith('.612-none'))
  .map((id) => [id, id.replace(/none$/, 'strict')] as const)
  .filter(([, strict]) => ids.has(strict));

test('there are machines that were booted both ways', () => {
  expect(twins.length).toBeGreaterThan(50);
});

test.each(twins)('%s', (without, strict) => {
  const { input } = goldenCase('6.12', without);
  const { functions } = goldenCase('6.12', strict).input;
  const { groups: told } = goldenCase('6.12', strict).outcomes;
  const found = analyze(input.machine, requestOfCase(input)).groups();
  expect(found.hypothetical).toBe(true);

  const members = new Map<string, string[]>();
  told.forEach((group, index) => {
    const id = functions[index];
    if (group !== null && id) members.set(group, [...(members.get(group) ?? []), id]);
  });
  const derived = found.groups.map((group) => group.members.map((each) => each.function).sort());
  expect(derived.sort()).toEqual([...members.values()].map((group) => group.sort()).sort());
});

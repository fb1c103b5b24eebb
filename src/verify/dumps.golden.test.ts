import { expect, test } from 'vitest';
import { GOLDEN_DUMPS, goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import { goldenCase } from './goldenCases.testkit.ts';
import { verifyCase } from './verifyCase.ts';

/*
 * What real kernels decided, against what this engine makes of the raw dumps of the same machines
 * (`fixtures/golden/kernel`): ACS words as they stand, and no word of the groups that the kernel
 * made.
 */

test('the fixtures are all there', () => {
  expect(GOLDEN_DUMPS).toHaveLength(134);
});

test.each(GOLDEN_DUMPS)('%s', (name) => {
  const dump = goldenDump(name).replace(/^\s*IOMMU group:.*\n/gm, '');
  const read = readLspci(dump);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`);
  const { input, outcomes } = goldenCase('6.12', name);
  const { machine } = read.value;
  const settings = { ...machine.settings, kernel: input.machine.settings.kernel };
  const report = verifyCase({
    input: { ...input, acsWords: 'as-is', machine: { ...machine, settings } },
    // What was done to a machine while it ran is not in its dump.
    outcomes: { ...outcomes, steps: [] },
  });
  expect(report.differences).toEqual([]);
  expect(report.checked.distances).toBe(input.functions.length ** 2);
});

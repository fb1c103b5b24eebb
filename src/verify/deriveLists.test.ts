import { describe, expect, test } from 'vitest';
import { findEra } from '../engine/kernel/findEra.ts';
import { deriveCase } from './deriveCase.ts';
import { deriveLists } from './deriveLists.ts';
import type { GoldenInput } from './goldenCase.ts';
import { goldenCase } from './goldenCases.testkit.ts';
import { verifyCase } from './verifyCase.ts';

/** The case's machine and lists under another kernel. */
function under(input: GoldenInput, kernel: string): GoldenInput {
  const era = findEra(kernel);
  if (!era) throw new Error(`no kernel ${kernel}`);
  return { ...input, era };
}

const mappings = (input: GoldenInput) =>
  deriveLists(input, deriveCase(input), []).map(({ mapping }) => mapping);

describe('what no case has', () => {
  const { input } = goldenCase('6.12', 's55-large-bars.612-none');

  test('the run of 5.15 that ended in a panic: peer memory beyond the mask, no bounce buffer', () => {
    const lists = mappings(under(input, '5.15.215'));
    expect(lists.filter(({ returns }) => returns === 'panic').length).toBeGreaterThan(0);
    const spared = under({ ...input, cmdline: `${input.cmdline} swiotlb=noforce` }, '5.15.215');
    expect(mappings(spared).some(({ returns }) => returns === 'panic')).toBe(false);
  });

  test('other kernels go on', () => {
    for (const kernel of ['5.10.265', '6.12.117']) {
      expect(mappings(under(input, kernel)).some(({ returns }) => returns === 'panic')).toBe(false);
    }
  });
});

test('IOVAs as they are where the history of a domain is known, also from list to list', () => {
  const golden = goldenCase('6.12', 's21-rootports-amd-zen.612-strict');
  const { lists } = verifyCase(golden);
  expect(lists.absolute).toBeGreaterThan(1);
  // Without the pages that were mapped before, other addresses come out.
  const withoutPages = { ...golden.outcomes, maps: [] };
  const { differences } = verifyCase({ ...golden, outcomes: withoutPages });
  expect(differences.some(({ kind }) => kind === 'lists')).toBe(true);
});

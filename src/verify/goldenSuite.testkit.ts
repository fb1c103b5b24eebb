import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareCase } from './compareCase.ts';
import { deriveCase } from './deriveCase.ts';
import { EvidenceTally, evidenceText } from './evidenceTally.testkit.ts';
import type { Difference } from './goldenCase.ts';
import { type GoldenPack, goldenTexts, readGolden } from './goldenCases.testkit.ts';

/** Says every difference by itself, so that a failing test reads like a report. */
const line = ({ kind, about, kernel, derived }: Difference) =>
  `${kind}: ${about}: kernel ${kernel}, derived ${derived}`;

/**
 * All cases of one kernel: everything that it decided is derived from what the machine was, and
 * compared. What was counted on the way is kept in `fixtures/golden/evidence`, and summed up for
 * those who show how a row or a rule is known (`evidence.test.ts`).
 *
 * @param cases how many there must be, so that nothing is compared with nothing
 */
export function goldenSuite(era: string, packs: readonly GoldenPack[], cases: number): void {
  const texts = new Map(packs.flatMap((pack) => [...goldenTexts(pack)]));
  const tally = new EvidenceTally(era);

  test('the fixtures are all there', () => {
    expect(texts.size).toBe(cases);
  });

  test.each([...texts.keys()])('%s', (id) => {
    const golden = readGolden(texts.get(id) ?? '');
    expect(golden.input.era.id).toBe(era);
    const derived = deriveCase(golden.input);
    const report = compareCase(golden, derived);
    expect(report.differences.map(line)).toEqual([]);
    tally.add(golden, derived, report);
  });

  test('as many checks as are written down, decided by the same rules', async () => {
    const hint = 'differs; if it should: npx vitest run src/verify/kernel -u, then …/evidence -u';
    const file = new URL(`../../fixtures/golden/evidence/${era}.json`, import.meta.url);
    await expect(evidenceText(tally.evidence()), hint).toMatchFileSnapshot(fileURLToPath(file));
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ERAS } from '../engine/kernel/eras.ts';
import { RULES } from '../engine/rules.ts';
import { evidenceText, type KernelEvidence } from './evidenceTally.testkit.ts';

/*
 * What the golden tests counted, kernel by kernel, summed up for eras and for rules, from which the page, the command
 * line and `rules.ts` tell how something is known.
 */

const FOLDER = new URL('../../fixtures/golden/evidence/', import.meta.url);
const ERA_SUMS = new URL('../engine/kernel/evidence.json', import.meta.url);
const RULE_SUMS = new URL('../engine/kernel/ruleEvidence.json', import.meta.url);

const HINT = 'differs; if it should: npx vitest run src/verify/evidence -u';

const kernels = readdirSync(FOLDER)
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as KernelEvidence)
  .sort((a, b) => order(a.era) - order(b.era));

function order(era: string): number {
  return ERAS.findIndex(({ id }) => id === era);
}

test('every kernel that was run has its counts, and no other era has', () => {
  const ran = ERAS.filter(({ evidence }) => evidence === 'running-kernels').map(({ id }) => id);
  expect(kernels.map(({ era }) => era)).toEqual(ran);
});

test('rules that are counted are rows of the table', () => {
  const ids = new Set<string>(Object.values(RULES).map(({ id }) => id));
  const unknown = kernels.flatMap(({ rules }) => Object.keys(rules)).filter((id) => !ids.has(id));
  expect(new Set(unknown)).toEqual(new Set());
});

test('evidence.json is the sum of the eras', async () => {
  const eras = Object.fromEntries(
    kernels.map(({ era, cases, checks }) => [
      era,
      { cases, checks: Object.values(checks).reduce((sum, count) => sum + count, 0) },
    ]),
  );
  await expect(evidenceText(eras), HINT).toMatchFileSnapshot(fileURLToPath(ERA_SUMS));
});

test('ruleEvidence.json is the sum of the rules', async () => {
  const rules: Record<string, { cases: number; checks: number }> = {};
  for (const [id, { cases, checks }] of kernels.flatMap((each) => Object.entries(each.rules))) {
    const sum = rules[id] ?? { cases: 0, checks: 0 };
    rules[id] = { cases: sum.cases + cases, checks: sum.checks + checks };
  }
  const sorted = Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)));
  await expect(evidenceText(sorted), HINT).toMatchFileSnapshot(fileURLToPath(RULE_SUMS));
});

import { expect, test } from 'vitest';
import { RULES } from '../rules.ts';
import { ERAS, eraById } from './eras.ts';
import { countText, evidenceOf, ruleEvidenceText } from './evidenceOf.ts';

test('every row says how it is known', () => {
  for (const era of ERAS) {
    const { text, count } = evidenceOf(era);
    expect(text).toMatch(/^(?:confirmed by running|read (?:in|on)) /);
    if (era.evidence !== 'running-kernels') expect(count).toBeNull();
  }
});

test.each([
  ['6.12', /^confirmed by running 6\.12\.117: \d+ cases, [\d,]+ checks$/, /^\d+ cases run$/],
  ['6.11', /^confirmed by running 6\.12\.15: /, /run$/],
  ['6.0', /^read in the source of 6\.0\.19$/, /^from source$/],
  ['5.8', /^read on mailing lists/, /^from lists$/],
])('Linux %s', (id, text, short) => {
  const evidence = evidenceOf(eraById(id));
  expect(evidence.text).toMatch(text);
  expect(evidence.short).toMatch(short);
});

test('counts are written as people read them', () => {
  expect(countText({ cases: 268, checks: 210_034 })).toBe('268 cases, 210,034 checks');
  expect(countText({ cases: 1, checks: 1 })).toBe('1 case, 1 check');
});

test('rules: what was compared on all kernels together, or where it was read', () => {
  for (const rule of Object.values(RULES)) {
    expect(ruleEvidenceText(rule)).toMatch(
      rule.known === 'running-kernels'
        ? /^confirmed by running kernels: [\d,]+ cases?, [\d,]+ checks?$/
        : /^read (?:in|on) /,
    );
  }
});

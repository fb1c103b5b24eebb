import { expect, test } from 'vitest';
import { RULES } from '../rules.ts';
import { ruleEvidenceText } from './ruleEvidenceText.ts';

test('rules: what was compared on all kernels together, or where it was read', () => {
  for (const rule of Object.values(RULES)) {
    expect(ruleEvidenceText(rule)).toMatch(
      rule.known === 'running-kernels'
        ? /^confirmed by running kernels: [\d,]+ cases?, [\d,]+ checks?$/
        : /^(?:read (?:in|on) |held against )/,
    );
  }
});

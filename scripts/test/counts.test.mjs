import { describe, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

/** @param {string[]} statuses */
const assertions = (...statuses) => statuses.map((status) => ({ status, fullName: `a ${status}` }));

describe('vitest', () => {
  test('counts tests and names the skipped', () => {
    const report = {
      success: false,
      testResults: [
        {
          name: 'a',
          status: 'passed',
          assertionResults: assertions('passed', 'passed', 'pending'),
        },
        { name: 'b', status: 'failed', assertionResults: assertions('passed', 'failed', 'todo') },
      ],
    };
    expect(vitestCounts(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: ['a pending', 'a todo'],
    });
  });

  test('a file that cannot be loaded is a failure', () => {
    const broken = { name: 'a', status: 'failed', assertionResults: [] };
    expect(vitestCounts({ success: false, testResults: [broken] }).failed).toBe(1);
  });

  test('an error outside of every test is a failure', () => {
    const fine = { name: 'a', status: 'passed', assertionResults: assertions('passed') };
    const counts = vitestCounts({ success: false, testResults: [fine] });
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('playwright', () => {
  /** @param {string[]} statuses */
  const specs = (...statuses) =>
    statuses.map((status) => ({ title: `a ${status}`, tests: [{ status }] }));

  test('counts through nested suites; luck is no pass', () => {
    const report = {
      errors: [],
      suites: [
        {
          title: 'file',
          specs: specs('expected', 'unexpected'),
          suites: [{ title: 'group', specs: specs('expected', 'flaky', 'skipped') }],
        },
      ],
    };
    expect(playwrightCounts(report)).toEqual({ passed: 2, failed: 2, skipped: ['a skipped'] });
  });

  test('an error before the first test is a failure', () => {
    expect(playwrightCounts({ suites: [], errors: [{}] }).failed).toBe(1);
  });
});

import { expect, test } from 'vitest';
import { countText } from './evidenceCount.ts';

test('counts are written as people read them', () => {
  expect(countText({ cases: 268, checks: 210_034 })).toBe('268 cases, 210,034 checks');
  expect(countText({ cases: 1, checks: 1 })).toBe('1 case, 1 check');
});

import { expect, test } from 'vitest';
import { NO_REQUEST, resolveConditions } from '../../engine/kernel/conditions.ts';
import { blankMachine, UNKNOWN_SETTINGS } from '../../model/blank.ts';
import type { Settings } from '../../model/settings.ts';
import { iommuWords } from './conditionWords.ts';

const under = (settings: Settings) =>
  resolveConditions({ ...blankMachine('captured', 'test'), settings }, NO_REQUEST);

test('the IOMMU, and how it is used', () => {
  const words = (settings: Partial<Settings>) =>
    iommuWords(under({ ...UNKNOWN_SETTINGS, ...settings }));
  expect(words({})).toBe('none, assumed');
  expect(words({ iommu: 'intel', iommuMode: 'strict' })).toBe('Intel VT-d, strict');
  expect(words({ iommu: 'intel' })).toBe('Intel VT-d, lazy');
  expect(words({ iommu: 'amd', cmdline: 'iommu=pt' })).toBe('AMD-Vi, pass-through');
  expect(words({ iommu: 'none', iommuMode: null })).toBe('none');
  expect(words({ iommuMode: 'passthrough' })).toBe('Intel VT-d, pass-through');
});

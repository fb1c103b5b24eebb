import { expect, test } from 'vitest';
import { NO_REQUEST, resolveConditions } from '../../engine/kernel/conditions.ts';
import { blankMachine, UNKNOWN_SETTINGS } from '../../model/blank.ts';
import type { Settings } from '../../model/settings.ts';
import { conditionsSentence, unknownCpuWords, unknownIommuWords } from './conditionWords.ts';

const under = (settings: Settings) =>
  resolveConditions({ ...blankMachine('captured', 'test'), settings }, NO_REQUEST);
const conditions = under(UNKNOWN_SETTINGS);
const cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;

test('what an unknown CPU comes to', () => {
  expect(unknownCpuWords(under({ ...UNKNOWN_SETTINGS, cpu }))).toBe('not shown');
  expect(unknownCpuWords(conditions)).toBe('Intel, family 6, assumed');
  const inferred = { ...conditions, cpu: { value: cpu, source: 'inferred' as const } };
  expect(unknownCpuWords(inferred)).toBe('AMD, family 0x19, by its parts');
});

test('what an unknown IOMMU comes to', () => {
  expect(unknownIommuWords(conditions)).toBe('none, assumed');
  expect(unknownIommuWords(under({ ...UNKNOWN_SETTINGS, iommuMode: 'strict' }))).toBe(
    'Intel VT-d, by its traces',
  );
  expect(unknownIommuWords(under({ ...UNKNOWN_SETTINGS, iommu: 'amd' }))).toBe('not shown');
});

test('all in one line', () => {
  const said = (settings: Settings) => conditionsSentence(settings, under(settings));
  expect(said({ ...UNKNOWN_SETTINGS, kernel: '6.12.15-amd64', cpu, iommu: 'none' })).toBe(
    '6.12.15-amd64 · AMD, family 0x19 · IOMMU none · ACS words as they stand',
  );
  expect(said({ ...UNKNOWN_SETTINGS, kernel: '5.4', iommu: 'none', acsWords: 'boot' })).toBe(
    'Linux 5.4 · Intel, family 6, assumed · IOMMU none · ACS words as booted · 2 assumed',
  );
  expect(said(UNKNOWN_SETTINGS)).toMatch(/^Linux .*, assumed · .* · 3 assumed$/);
});

import { expect, test } from 'vitest';
import { NO_REQUEST, resolveConditions } from '../../engine/kernel/conditions.ts';
import { blankMachine, UNKNOWN_SETTINGS } from '../../model/blank.ts';
import { cpuFromInput, iommuWords, kernelFromInput } from './conditionWords.ts';

const conditions = resolveConditions(blankMachine('captured', 'test'), NO_REQUEST);
const cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;

test('what the input says is told as such', () => {
  const settings = { ...UNKNOWN_SETTINGS, kernel: '6.12.15-amd64', cpu };
  expect(kernelFromInput(settings)).toBe('6.12.15-amd64, from the input');
  expect(cpuFromInput(settings, conditions)).toBe('AMD, family 0x19, from the input');
});

test('what it does not say is assumed', () => {
  expect(kernelFromInput(UNKNOWN_SETTINGS)).toMatch(/^Linux .*, assumed$/);
  expect(kernelFromInput({ ...UNKNOWN_SETTINGS, kernel: '3.10.0' })).toMatch(/^Linux .*, assumed$/);
  expect(cpuFromInput(UNKNOWN_SETTINGS, conditions)).toBe('Intel, family 6, assumed');
});

test('a conclusion is told as one, and not at all once something was chosen', () => {
  const inferred = { ...conditions, cpu: { value: cpu, source: 'inferred' as const } };
  expect(cpuFromInput(UNKNOWN_SETTINGS, inferred)).toBe('AMD, family 0x19, by its parts');
  const given = { ...conditions, cpu: { value: cpu, source: 'given' as const } };
  expect(cpuFromInput(UNKNOWN_SETTINGS, given)).toBe('as the input has it');
});

test('the IOMMU, as far as it is known', () => {
  expect(iommuWords(UNKNOWN_SETTINGS)).toBe('not shown by the input');
  expect(iommuWords({ ...UNKNOWN_SETTINGS, iommu: 'intel', iommuMode: 'strict' })).toBe(
    'Intel VT-d, strict',
  );
  expect(iommuWords({ ...UNKNOWN_SETTINGS, iommu: 'none', iommuMode: null })).toBe('none');
  expect(iommuWords({ ...UNKNOWN_SETTINGS, iommuMode: 'lazy' })).toBe('lazy');
});

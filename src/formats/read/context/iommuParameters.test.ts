import { expect, test } from 'vitest';
import { iommuParameters } from './iommuParameters.ts';

const NOTHING = { intel: null, amd: null, x86: null, domains: null, flushing: null };

test.each([
  ['quiet', {}],
  ['iommu=pt', { domains: 'passthrough' }],
  ['iommu=nopt', { domains: 'translated' }],
  ['iommu=off', { x86: 'off' }],
  ['iommu.passthrough=1', { domains: 'passthrough' }],
  ['iommu.passthrough=off', { domains: 'translated' }],
  ['iommu.strict=0', { flushing: 'lazy' }],
  ['iommu.strict=y', { flushing: 'strict' }],
  ['iommu.strict=maybe', {}],
  ['intel_iommu=on,strict', { intel: 'on', flushing: 'strict' }],
  ['intel_iommu=on intel_iommu=off', { intel: 'off' }],
  ['amd_iommu=off', { amd: 'off' }],
  ['amd_iommu=fullflush', { flushing: 'strict' }],
  ['constructor=1 toString=2 iommu=toString', {}],
  ['quiet -- iommu=pt', {}],
])('%s', (cmdline, said) => {
  expect(iommuParameters(cmdline, true)).toEqual({ ...NOTHING, ...said });
});

test('iommu= is of x86', () => {
  expect(iommuParameters('iommu=pt', false)).toEqual(NOTHING);
  expect(iommuParameters('iommu.passthrough=1', false).domains).toBe('passthrough');
});

import { expect, test } from 'vitest';
import { kernelParameters } from './cmdline/kernelParameters.ts';
import { eraById } from './eras.ts';
import { iommuMode } from './iommuMode.ts';

test.each([
  // What golden runs were started with: both the old and the new words for strict.
  ['intel', '', '7.1', 'lazy'],
  ['intel', 'intel_iommu=on iommu.passthrough=0 iommu.strict=0', '6.12', 'lazy'],
  ['intel', 'intel_iommu=on iommu.passthrough=0 iommu.strict=1', '6.12', 'strict'],
  ['intel', 'intel_iommu=on,strict iommu.passthrough=0 iommu.strict=1', '5.4', 'strict'],
  ['intel', 'intel_iommu=on iommu.strict=1', '5.10', 'lazy'],
  ['intel', 'intel_iommu=on,strict', '5.10', 'strict'],
  ['intel', 'intel_iommu=on,strict iommu.strict=0', '7.1', 'strict'],
  ['intel', 'intel_iommu=on iommu=pt', '6.12', 'passthrough'],
  ['intel', 'iommu.passthrough=1', '7.1', 'passthrough'],
  ['intel', 'iommu=pt iommu.passthrough=0', '7.1', 'lazy'],
  ['intel', 'iommu=pt iommu.strict=1', '7.1', 'passthrough'],
  ['intel', 'intel_iommu=off', '6.12', 'off'],
  ['intel', 'intel_iommu=off intel_iommu=on', '6.12', 'lazy'],
  ['intel', 'iommu=off intel_iommu=on', '6.12', 'off'],
  ['intel', 'amd_iommu=off', '6.12', 'lazy'],
  ['amd', 'iommu.passthrough=0 iommu.strict=1', '6.12', 'strict'],
  ['amd', 'amd_iommu=fullflush', '5.10', 'strict'],
  ['amd', 'iommu.strict=1', '5.10', 'lazy'],
  ['amd', 'amd_iommu=off', '6.12', 'off'],
  ['amd', 'intel_iommu=off', '6.12', 'lazy'],
  // A bounce buffer asked for ended the search for an IOMMU until 5.18.
  ['intel', 'iommu=soft', '5.18', 'off'],
  ['amd', 'iommu=soft', '5.15', 'off'],
  ['intel', 'iommu=soft', '5.19', 'lazy'],
  // Nothing but x86 reads iommu=, and ARM kernels are built strict.
  ['smmu', '', '7.1', 'strict'],
  ['smmu', 'iommu=off', '7.1', 'strict'],
  ['smmu', 'iommu=pt', '7.1', 'strict'],
  ['smmu', 'iommu.passthrough=1', '7.1', 'passthrough'],
  ['smmu', 'iommu.strict=0', '5.4', 'lazy'],
  ['virtio', '', '7.1', 'lazy'],
  ['virtio', 'iommu=pt', '7.1', 'passthrough'],
] as const)('%s, "%s", Linux %s: %s', (hardware, cmdline, id, mode) => {
  const { features } = eraById(id);
  expect(iommuMode(hardware, kernelParameters(cmdline, features), features)).toBe(mode);
});

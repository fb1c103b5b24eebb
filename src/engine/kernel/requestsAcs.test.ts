import { expect, test } from 'vitest';
import { kernelParameters } from './cmdline/kernelParameters.ts';
import { eraById } from './eras.ts';
import { requestsAcs } from './requestsAcs.ts';

test.each([
  ['none', 'intel_iommu=on', '6.12', false],
  ['intel', '', '6.12', true],
  ['intel', 'iommu=pt', '6.12', true],
  ['intel', 'intel_iommu=off', '6.12', false],
  ['intel', 'iommu=off', '5.4', false],
  ['intel', 'iommu=soft', '5.15', false],
  ['intel', 'iommu=soft', '6.1', true],
  ['amd', '', '5.10', true],
  ['amd', 'iommu=off', '6.12', false],
  ['smmu', '', '6.12', true],
  ['virtio', '', '6.12', true],
  // Found first, switched off afterwards: isolation was asked for by then.
  ['amd', 'amd_iommu=off', '6.18', true],
  ['amd', 'amd_iommu=off', '7.0', false],
  ['amd', 'amd_iommu=off iommu=off', '6.18', false],
] as const)('%s, "%s", Linux %s: %s', (hardware, cmdline, id, asked) => {
  const { features } = eraById(id);
  expect(requestsAcs(hardware, kernelParameters(cmdline, features), features)).toBe(asked);
});

import { expect, test } from 'vitest';
import { saySameOfIommu } from './saySameOfIommu.ts';

test.each([
  ['', 'quiet', true],
  ['iommu=pt', 'quiet iommu=pt pci=noats', true],
  ['iommu=p', '', true],
  ['iommu=pt', '', false],
  ['intel_iommu=on', 'intel_iommu=off', false],
  ['iommu.strict=1', 'iommu.strict=0', false],
])('"%s" and "%s": %s', (a, b, same) => {
  expect(saySameOfIommu(a, b)).toBe(same);
});

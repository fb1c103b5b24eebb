import { expect, test } from 'vitest';
import { hostListWords, kernelWords } from './ruleSources.ts';

test('which kernels the rules mirror, and which were run to confirm them', () => {
  expect(kernelWords()).toBe('Linux 4.20 to 7.1, confirmed by running kernels, 5.4 to 7.0');
});

test('the newest rows of the list of host bridges: of a release, and beyond', () => {
  expect(hostListWords()).toEqual([
    '8086:4948 Intel accelerator first on its own root bus: QAT 6xxx, since Linux 7.1',
    '1d17:1008 Zhaoxin KX-6000 to KH-50000 root complex, in the PCI maintainer tree after 7.1',
  ]);
});

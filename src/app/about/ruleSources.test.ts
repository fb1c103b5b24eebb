import { expect, test } from 'vitest';
import { ERAS } from '../../engine/kernel/eras.ts';
import { RULES } from '../../engine/rules.ts';
import { eraLines, hostListWords, kernelWords, ruleLines } from './ruleSources.ts';

test('which kernels the rules mirror, and which were run to confirm them', () => {
  expect(kernelWords()).toBe('Linux 4.20 to 7.1, confirmed by running kernels, 5.4 to 7.0');
});

test('the newest rows of the list of host bridges: of a release, and beyond', () => {
  expect(hostListWords()).toEqual([
    '8086:4948 Intel accelerator first on its own root bus: QAT 6xxx, since Linux 7.1',
    '1d17:1008 Zhaoxin KX-6000 to KH-50000 root complex, in the PCI maintainer tree after 7.1',
  ]);
});

test('every kernel says how it is known, the newest first', () => {
  const lines = eraLines();
  expect(lines).toHaveLength(ERAS.length);
  expect(lines.at(-1)?.id).toBe('oot-2016');
  expect(lines.find(({ id }) => id === '6.12')?.known).toMatch(
    /^confirmed by running 6\.12\.117: .* cases, .* checks$/,
  );
});

test('every rule says where it was read, and in how many cases it was confirmed', () => {
  const lines = ruleLines();
  expect(lines).toHaveLength(Object.keys(RULES).length);
  expect(lines.find(({ id }) => id === RULES.distance.id)?.known).toMatch(
    /^pci_p2pdma_distance_many\(\), .*; confirmed by running kernels: /,
  );
});

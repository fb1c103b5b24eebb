import { expect, test } from 'vitest';
import { pageSizesOf } from './pageSizesOf.ts';

const K = 2 ** 10;
const M = 2 ** 20;
const G = 2 ** 30;

test.each([
  ['VT-d', pageSizesOf('intel'), [4 * K, 2 * M, G]],
  ['VT-d without large pages', pageSizesOf('intel', { intelLargePages: 'none' }), [4 * K]],
  ['AMD, v2 table', pageSizesOf('amd', { amdTable: 'v2' }), [4 * K, 2 * M, G]],
  ['SMMU', pageSizesOf('smmu'), [4 * K, 2 * M, G]],
  ['SMMU, 16 KiB', pageSizesOf('smmu', { smmuGranule: 16384 }), [16 * K, 32 * M]],
  ['SMMU, 64 KiB', pageSizesOf('smmu', { smmuGranule: 65536 }), [64 * K, 512 * M]],
  ['virtio', pageSizesOf('virtio'), [4 * K]],
])('%s', (_, form, sizes) => {
  expect(form.pageSizes).toEqual(sizes);
});

test('AMD’s own table has every power of two but 512 GiB', () => {
  const { pageSizes } = pageSizesOf('amd');
  expect(pageSizes.slice(0, 3)).toEqual([4 * K, 8 * K, 16 * K]);
  expect(pageSizes).not.toContain(512 * G);
  expect(pageSizes.at(-1)).toBe(2 ** 51);
  expect(pageSizes).toHaveLength(39);
});

test('what is taken for granted is said', () => {
  expect(pageSizesOf('intel').assumed).toContain('2 MiB');
  expect(pageSizesOf('intel', { intelLargePages: '2M' }).assumed).toBeNull();
});

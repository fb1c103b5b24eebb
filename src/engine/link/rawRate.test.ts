import { expect, test } from 'vitest';
import { gtsOf, PCIE_GENERATIONS } from './pcieGeneration.ts';
import { rawBytesPerSecond } from './rawRate.ts';

const gbps = (gts: number, width: number) =>
  (rawBytesPerSecond({ gts, width }) ?? Number.NaN) / 1e9;

test('GB/s of a lane and of sixteen', () => {
  const table = PCIE_GENERATIONS.map((generation) => {
    const gts = gtsOf(generation);
    return [gbps(gts, 1).toFixed(4), gbps(gts, 16).toFixed(3)];
  });
  expect(table).toEqual([
    ['0.2500', '4.000'],
    ['0.5000', '8.000'],
    ['0.9846', '15.754'],
    ['1.9692', '31.508'],
    ['3.9385', '63.015'],
    ['7.3750', '118.000'],
    ['14.7500', '236.000'],
  ]);
});

test('a link that is down carries nothing, a rate that no generation has is not known', () => {
  expect(rawBytesPerSecond({ gts: 8, width: 0 })).toBe(0);
  expect(rawBytesPerSecond({ gts: 10, width: 4 })).toBeNull();
});

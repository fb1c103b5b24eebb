import { expect, test } from 'vitest';
import { lineCodingOf } from './lineCoding.ts';
import { PCIE_GENERATIONS } from './pcieGeneration.ts';

test('line code, SKP and framing of each generation', () => {
  const table = PCIE_GENERATIONS.map((generation) => {
    const { gts, efficiency, skpFraction, framingBytes, dllpBytes, isFlit } =
      lineCodingOf(generation);
    const skp = `1/${Math.round(1 / skpFraction)}`;
    return [gts, efficiency.toFixed(4), skp, framingBytes, dllpBytes, isFlit ? 'flit' : 'TLPs'];
  });
  expect(table).toEqual([
    [2.5, '0.8000', '1/385', 8, 8, 'TLPs'],
    [5, '0.8000', '1/385', 8, 8, 'TLPs'],
    [8, '0.9846', '1/376', 8, 8, 'TLPs'],
    [16, '0.9846', '1/376', 8, 8, 'TLPs'],
    [32, '0.9846', '1/376', 8, 8, 'TLPs'],
    [64, '0.9219', '1/376', 0, 0, 'flit'],
    [128, '0.9219', '1/376', 0, 0, 'flit'],
  ]);
});

import { expect, test } from 'vitest';
import type { PairVerdict } from '../engine/report.ts';
import { distanceWords } from './explainWords.ts';

const words = (distance: number | null, result: number | null) =>
  distanceWords({ distance, result } as PairVerdict);

test('the distance, and what the kernel returns where that differs', () => {
  expect(words(4, 4)).toBe('4');
  expect(words(4, -1)).toBe('4; pci_p2pdma_distance() returns -1');
  expect(words(6, 4102)).toBe('6; pci_p2pdma_distance() returns 4102');
  expect(words(4, null)).toBe('4');
  expect(words(null, null)).toBe('not known');
});

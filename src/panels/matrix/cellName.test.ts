import { expect, test } from 'vitest';
import { OUTCOME } from '../../engine/p2pdma/outcome.ts';
import { cellName } from './cellName.ts';

test('a cell says its ends, its outcome and its distance', () => {
  expect(cellName('0000:03:00.0', '0000:04:00.0', OUTCOME.BUS_ADDR, 4)).toBe(
    '0000:03:00.0 to 0000:04:00.0: BUS_ADDR, distance 4',
  );
});

test('all that is open, and a distance that is not known', () => {
  const open = OUTCOME.BUS_ADDR | OUTCOME.NOT_SUPPORTED;
  expect(cellName('0000:03:00.0', '0000:04:00.0', open, -1)).toBe(
    '0000:03:00.0 to 0000:04:00.0: BUS_ADDR or NOT_SUPPORTED, distance not known',
  );
});

test('a function with itself is no journey', () => {
  expect(cellName('0000:03:00.0', '0000:03:00.0', OUTCOME.BUS_ADDR, 0)).toBe(
    '0000:03:00.0 with itself: BUS_ADDR, distance 0',
  );
});

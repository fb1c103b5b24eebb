import { expect, test } from 'vitest';
import { modulo, roundUp } from './modulo.ts';

test.each([
  [0x1234, 0x1000, 0x234, 0x2000],
  [0x2000, 0x1000, 0, 0x2000],
  [2 ** 52 + 5, 2 ** 32, 5, 2 ** 52 + 2 ** 32],
  [0x1_8000, 2 ** 64, 0x1_8000, 2 ** 64],
])('%d by %d', (value, power, rest, up) => {
  expect([modulo(value, power), roundUp(value, power)]).toEqual([rest, up]);
});

import { expect, test } from 'vitest';
import { nearLine } from './nearLine.ts';

test('how near a line is, beyond its ends as well', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  expect(nearLine(line, { x: 5, y: 3 })).toBe(3);
  expect(nearLine(line, { x: 13, y: 4 })).toBe(5);
  expect(nearLine([], { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
});

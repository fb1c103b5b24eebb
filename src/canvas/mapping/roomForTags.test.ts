import { expect, test } from 'vitest';
import { broughtIn, roomForTags } from './roomForTags.ts';

test.each([
  { width: 1148, height: 515, free: 443 },
  { width: 800, height: 515, free: 399 },
  { width: 400, height: 515, free: 361 },
  // Of a low sheet half stays.
  { width: 800, height: 120, free: 60 },
])('$width × $height: $free pixels are free of bars', ({ width, height, free }) => {
  const k = 0.5;
  const seen = { x: 10, y: 20, width: width / k, height: height / k };
  const room = roomForTags(seen, k, { width, height });
  expect(room.y).toBe(20 + 4 / k);
  expect((room.y + room.height - seen.y) * k).toBe(free - 4);
  expect(room.width * k).toBe(width - 8);
});

test('what is behind a bar is told of above it', () => {
  const seen = { x: 0, y: 0, width: 800, height: 400 };
  const room = { ...seen, height: 300 };
  const at = { x: 100, y: 340, width: 200, height: 50 };
  expect(broughtIn(at, seen, room)).toEqual({ ...at, y: 300, height: 0 });
  for (const y of [100, 280, 500])
    expect(broughtIn({ ...at, y }, seen, room)).toEqual({ ...at, y });
});

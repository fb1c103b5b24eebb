import { expect, test } from 'vitest';
import { pictureScale } from './pictureScale.ts';

test.each([
  ['there is no room to spare', { width: 720, height: 900 }, 1],
  ['it does not fit as it is', { width: 1600, height: 200 }, 1],
  ['its height decides', { width: 1600, height: 450 }, 1.5],
  ['its width decides', { width: 1080, height: 900 }, 1.5],
  ['it is large enough', { width: 3000, height: 3000 }, 2],
])('%s', (_, room, scale) => {
  expect(pictureScale(room, 300)).toBe(scale);
});

test('a picture of nothing stays as it is', () => {
  expect(pictureScale({ width: 2000, height: 900 }, 0)).toBe(1);
});

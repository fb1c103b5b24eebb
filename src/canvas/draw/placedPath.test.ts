import { describe, expect, test } from 'vitest';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import { DEVICE_GLYPHS } from './deviceGlyphs.ts';
import { placedPath } from './placedPath.ts';

describe('a path in its place', () => {
  test.each([
    ['M1 2L3 4', 'M12 24L16 28'],
    ['m1 2l3-4z', 'm2 4l6 -8z'],
    ['M1 2h3v-4H5V6', 'M12 24h6v-8H20V32'],
    ['M0 0a2 2 0 1 0 3 4A2 2 0 0 1 3 4', 'M10 20a4 4 0 1 0 6 8A4 4 0 0 1 16 28'],
    ['M.5.5C1 1 2 2 3 3', 'M11 21C12 22 14 24 16 26'],
  ])('%s', (path, placed) => {
    expect(placedPath(path, 10, 20, 2)).toBe(placed);
  });

  test.each([...Object.entries(DEVICE_GLYPHS), ...Object.entries(VERDICT_GLYPHS)])(
    'of %s stays as it is at the origin',
    (_, path) => {
      const numbers = (text: string) => text.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi)?.map(String);
      const same = numbers(placedPath(path, 0, 0, 1))?.map((part) => Number(part) || part);
      expect(same).toEqual(numbers(path)?.map((part) => Number(part) || part));
    },
  );

  test('of a command it does not know is a mistake of ours', () => {
    expect(() => placedPath('M0 0Q1 1 2 2', 0, 0, 1)).toThrow(/does not know Q/);
  });
});

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STARTING_POINTS, TEMPLATES } from './startingPoints.ts';

test.each([...STARTING_POINTS, ...TEMPLATES])('$title lies among the data', ({ file }) => {
  expect(existsSync(new URL(`../../data/${file}`, import.meta.url))).toBe(true);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chunkGroups, LATE_AREAS } from './chunks.mjs';

const root = join(import.meta.dirname, '../..');
const modules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `/src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|testkit|bench)\./.test(name));

test.each(LATE_AREAS)('%s is an area that has modules of its own', (name, pattern) => {
  const before = LATE_AREAS.slice(
    0,
    LATE_AREAS.findIndex((area) => area[0] === name),
  );
  const own = modules.filter(
    (module) => pattern.test(module) && !before.some(([, earlier]) => earlier.test(module)),
  );
  expect(own).not.toEqual([]);
});

test('what comes with the page is taken first, and then one area after the other', () => {
  const priorities = chunkGroups().map(({ priority = 0 }) => priority);
  expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  expect(new Set(priorities).size).toBe(priorities.length);
  expect(chunkGroups().map(({ tags = [] }) => tags.length > 0)).toEqual([
    true,
    true,
    ...LATE_AREAS.map(() => false),
  ]);
});

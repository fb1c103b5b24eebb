import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from './rules.ts';

test.each(Object.values(RULES))('$id: $file exists and has its test beside it', ({ file }) => {
  expect(existsSync(new URL(file, import.meta.url))).toBe(true);
  expect(existsSync(new URL(file.replace(/ts$/, 'test.ts'), import.meta.url))).toBe(true);
});

test('ids are distinct', () => {
  const ids = Object.values(RULES).map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import evidence from './kernel/ruleEvidence.json' with { type: 'json' };
import { NOT_RULES } from './notRules.testkit.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

const rows: readonly Rule[] = Object.values(RULES);
const isThere = (path: string) => existsSync(new URL(path, import.meta.url));

test.each(rows)('$id: $file exists and has its test beside it', ({ file }) => {
  expect(isThere(file)).toBe(true);
  expect(isThere(file.replace(/ts$/, 'test.ts'))).toBe(true);
});

test('ids are distinct, and no file has two rows', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(rows.map(({ file }) => file)).size).toBe(rows.length);
});

describe('every file of a rule room is a row, or says why it is none', () => {
  const rooms = [
    'acs',
    'p2pdma',
    'iommu',
    'dma',
    'fabric',
    'kernel',
    'link',
    'throughput',
    'flows',
  ];
  const files = rooms.flatMap((room) =>
    readdirSync(new URL(room, import.meta.url), { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !/\.(test|testkit|bench)\.ts$/.test(file)),
  );
  const listed = new Set(rows.map(({ file }) => file));

  test.each(files)('%s', (file) => {
    expect([file, listed.has(file) !== file in NOT_RULES]).toEqual([file, true]);
  });

  test('what is listed as none is still there', () => {
    expect(Object.keys(NOT_RULES).filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe('every row says how it is known', () => {
  const counted: Readonly<Record<string, { readonly cases: number }>> = evidence;

  test.each(rows)('$id: $known', ({ id, known, source }) => {
    expect(source).not.toBe('');
    // Rows that golden cases confirm are the rows that golden cases count.
    expect([id, (counted[id]?.cases ?? 0) > 0]).toEqual([id, known === 'running-kernels']);
  });
});

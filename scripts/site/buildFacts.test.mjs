import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFacts } from './buildFacts.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'peerlane-facts-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('this source knows its version and of when its names are', () => {
  expect(buildFacts()).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    namesOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
});

test('without git and without names both are unknown', () => {
  writeFileSync(join(root, 'package.json'), '{ "version": "1.2.3" }');
  const unknown = { version: '1.2.3', commit: 'unknown', namesOf: 'unknown' };
  expect(buildFacts(root)).toEqual(unknown);
  mkdirSync(join(root, '.git')); // no repository
  expect(buildFacts(root)).toEqual(unknown);
});

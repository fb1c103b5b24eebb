import { expect, test } from 'vitest';
import { blankMachine } from './blank.ts';
import { type Migration, migrate } from './migrations.ts';

test('a document of the present version passes through', () => {
  const document = JSON.parse(JSON.stringify(blankMachine('drawn', 'empty')));
  expect(migrate(document)).toEqual({ ok: true, value: document });
});

test('older documents are lifted step by step', () => {
  const steps: readonly Migration[] = [
    { from: 1, up: (document) => ({ ...document, settings: { kernel: 'unknown' } }) },
    { from: 2, up: ({ title, ...document }) => ({ ...document, name: title }) },
  ];
  const old = { format: 'peerlane', schema: 1, title: 'a machine' };
  expect(migrate(old, steps, 3)).toEqual({
    ok: true,
    value: { format: 'peerlane', schema: 3, name: 'a machine', settings: { kernel: 'unknown' } },
  });
});

test('a step that was forgotten is our mistake', () => {
  expect(() => migrate({ format: 'peerlane', schema: 1 }, [], 2)).toThrow(/no migration/);
});

test.each([
  ['another format', { format: 'excalidraw' }, 'not a Peerlane document'],
  ['no object', 42, 'not a Peerlane document'],
  ['no version', { format: 'peerlane' }, 'no schema version'],
  ['version 0', { format: 'peerlane', schema: 0 }, 'impossible schema version 0'],
  ['a version in quotes', { format: 'peerlane', schema: '1' }, 'version "1"'],
  ['a later version', { format: 'peerlane', schema: 99 }, 'reads up to'],
])('%s is refused with a sentence', (_, value, sentence) => {
  const result = migrate(value);
  expect(result.ok ? '' : result.error.text).toContain(sentence);
  expect(result.ok ? '' : result.error.hint).toBeTruthy();
});

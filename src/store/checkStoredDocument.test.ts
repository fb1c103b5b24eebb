import { expect, test } from 'vitest';
import { problemNote } from '../base/problem.ts';
import { UNKNOWN_SETTINGS } from '../model/blank.ts';
import { id } from '../model/machine.testkit.ts';
import { checkStoredDocument } from './checkStoredDocument.ts';
import type { StoredDocument } from './documentStore.ts';

const whole: StoredDocument = {
  key: 'key',
  name: 'lab',
  text: '{}',
  origin: {
    source: 'machine.txt',
    format: 'lspci',
    problems: [problemNote('A remark.', { line: 3, treatment: 'guessed' })],
    settings: {
      kernel: '6.12',
      cmdline: 'iommu=pt',
      cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 },
      iommu: 'amd',
      iommuMode: null,
      acsWords: 'as-is',
    },
  },
  pair: { provider: id('03:00.0'), client: null },
  functions: 24,
  savedAt: 1000,
};

test('a whole record is taken as it is', () => {
  expect(checkStoredDocument(structuredClone(whole))).toEqual(whole);
  expect(checkStoredDocument({ ...whole, stamp: 'of the storage' })).toEqual(whole);
});

test.each([undefined, null, 7, 'text', [], {}, { ...whole, text: 1 }, { ...whole, key: null }])(
  '%j is none',
  (record) => {
    expect(checkStoredDocument(record)).toBeNull();
  },
);

test('what is damaged beside the text is left out', () => {
  const damaged = {
    key: 'key',
    text: '{}',
    name: 1,
    origin: { problems: [{ text: 'no severity' }, 7, null], settings: { cpu: { arch: 'pdp11' } } },
    pair: { provider: 5 },
    savedAt: 'today',
  };
  expect(checkStoredDocument(damaged)).toEqual({
    key: 'key',
    text: '{}',
    name: '',
    origin: {
      source: 'an earlier visit',
      format: 'document',
      problems: [],
      settings: UNKNOWN_SETTINGS,
    },
    pair: { provider: null, client: null },
    functions: null,
    savedAt: 0,
  });
  expect(checkStoredDocument({ ...whole, origin: 'gone', pair: null })).toMatchObject({
    text: '{}',
    pair: { provider: null, client: null },
  });
});

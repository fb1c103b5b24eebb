import { expect, test } from 'vitest';
import { flowTerms } from './flowTerms.ts';

const marked = (...texts: readonly string[]) =>
  flowTerms(texts).map((parts) =>
    parts.map(({ text, term }) => (term === null ? text : `<${term}>${text}`)).join(''),
  );

test('captions: the settings stand out, sizes and rates do not', () => {
  expect(marked('Linux 6.12, VT-d, strict; η 0.95, K 1, MPS 512 B')).toEqual([
    'Linux 6.12, VT-d, strict; <linkEfficiency>η 0.95, <dllpsPerTlp>K 1, <mps>MPS 512 B',
  ]);
  expect(marked('64K of 4 KiB')).toEqual(['64K of 4 KiB']);
});

test('each stands out once in a view', () => {
  expect(marked('256 credits above gpu0', 'the credits return')).toEqual([
    '256 <credits>credits above gpu0',
    'the credits return',
  ]);
});

import { expect, test } from 'vitest';
import { PAIR_RULES } from '../engine/p2pdma/verdict.ts';
import type { PairVerdict } from '../engine/report.ts';
import type { FunctionId } from '../model/ids.ts';
import { reasonSentence } from './ruleWords.ts';

const verdict: PairVerdict = {
  provider: 'a' as FunctionId,
  client: 'b' as FunctionId,
  mapType: 'NOT_SUPPORTED',
  possible: ['NOT_SUPPORTED'],
  distance: 4,
  result: -1,
  acsRedirect: [],
  acsUnknown: [],
  rule: 'host-bridge-not-listed',
  confidence: 'proven',
  decidedBy: [],
};

test.each(PAIR_RULES)('%s is said in one short sentence', (rule) => {
  const text = reasonSentence({ ...verdict, rule });
  expect(text).toMatch(/^[A-Z].*\.$/);
  expect(text.length).toBeLessThan(80);
});

test('why the root complex was asked comes first', () => {
  expect(reasonSentence(verdict)).toBe(
    'No bridge above both; host bridge not on the kernel’s list.',
  );
  const redirected = { ...verdict, acsRedirect: ['p' as FunctionId] };
  expect(reasonSentence(redirected)).toBe('ACS redirects; host bridge not on the kernel’s list.');
});

test('a function and itself', () => {
  const own: PairVerdict = { ...verdict, client: verdict.provider, rule: 'common-bridge' };
  expect(reasonSentence(own)).toBe('One function, both provider and client.');
});

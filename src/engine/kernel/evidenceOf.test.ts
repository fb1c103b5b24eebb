import { expect, test } from 'vitest';
import { ERAS, eraById } from './eras.ts';
import { evidenceOf } from './evidenceOf.ts';

test('every row says how it is known', () => {
  for (const era of ERAS) {
    const { text, count } = evidenceOf(era);
    expect(text).toMatch(/^(?:confirmed by running|read (?:in|on)) /);
    if (era.evidence !== 'running-kernels') expect(count).toBeNull();
  }
});

test.each([
  ['6.12', /^confirmed by running 6\.12\.117: \d+ cases, [\d,]+ checks$/, /^\d+ cases run$/],
  ['6.11', /^read on mailing lists/, /^from lists$/],
  ['6.12.0', /^confirmed by running 6\.12\.15: /, /run$/],
  ['6.0', /^read in the source of 6\.0\.19$/, /^from source$/],
  ['5.8', /^read on mailing lists/, /^from lists$/],
])('Linux %s', (id, text, short) => {
  const evidence = evidenceOf(eraById(id));
  expect(evidence.text).toMatch(text);
  expect(evidence.short).toMatch(short);
});

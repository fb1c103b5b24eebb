import { expect, test } from 'vitest';
import type { FlowId } from '../../../model/ids.ts';
import { aLink, aUse } from '../chart/reports.testkit.ts';
import { percentWords } from './linkParts.ts';
import { linkRows } from './linkRows.ts';
import { linksCsv } from './linksCsv.ts';
import { linkRowWords } from './linkWords.ts';

const flows = ['f0', 'f1'] as readonly string[] as readonly FlowId[];
const link = aLink('sw0 – gpu0', aUse(0), aUse(0.85, { demand: 2.6, flows }));
const [down, up] = linkRows([link], { order: 'place', isUsedOnly: false });

test('a bar in a sentence', () => {
  expect(down && linkRowWords(down, (id) => `flow ${id}`)).toBe(
    'sw0 – gpu0, down, Gen5 x16: 53.5 GB/s, 100 % of what can be filled, 2.6× wanted. ' +
      '85 % payload, 7.6 % headers, 2.5 % DLLP, 0.27 % SKP, 4.5 % idle. flow f0, flow f1.',
  );
  expect(up && linkRowWords(up, String)).toContain('no flow.');
});

test.each([
  [0, '0 %'],
  [0.0027, '0.27 %'],
  [0.0641, '6.4 %'],
  [0.5, '50 %'],
  [1, '100 %'],
])('%s is %s', (part, words) => {
  expect(percentWords(part)).toBe(words);
});

test('every link both ways, figure by figure', () => {
  const lines = linksCsv([link]).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]?.split(',').slice(0, 8)).toEqual(
    'link upper lower gts width direction capacity_bytes_per_second payload_bytes_per_second'.split(
      ' ',
    ),
  );
  expect(lines[2]).toMatch(
    /^sw0 – gpu0,sw0,gpu0,32,16,down,63000000000,53550000000,0\.85,.*,f0 f1$/,
  );
});

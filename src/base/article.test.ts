import { expect, test } from 'vitest';
import { withArticle } from './article.ts';

test.each([
  'an AMD EPYC',
  'an Intel Xeon',
  'a Broadcom PEX',
  'an NVMe drive',
  'an RTX PRO 6000',
  'an MI300X',
  'an FPGA',
  'a NIC',
  'a GPU',
  'a USB hub',
  'an uplink',
  'a unit',
  'a host',
  'an hour',
  'an H100',
  'a T4',
  'an 8-port switch',
  'a 16-port switch',
  'an orphan',
  'a one-lane link',
])('%s', (said) => {
  expect(withArticle(said.replace(/^an? /, ''))).toBe(said);
});

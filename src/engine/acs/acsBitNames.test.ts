import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acsBitNames, acsWordText } from './acsBitNames.ts';

test.each([
  [0x1d, 'SV, RR, CR and UF'],
  [0x04, 'RR'],
  [0x0c, 'RR and CR'],
  [0xff80, null],
  [0, null],
] as const)('%i: %s', (mask, names) => {
  expect(acsBitNames(mask)).toBe(names);
});

test('words as the kernel’s log writes them', () => {
  expect(acsBitNames(0x24, 'or')).toBe('RR or EC');
  expect(acsWordText(0x1d)).toBe('0x001d');
  expect(acsWordText(UNKNOWN)).toBe('unknown');
});

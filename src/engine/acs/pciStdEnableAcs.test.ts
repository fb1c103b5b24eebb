import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { standardAcsBits, withAcsBits } from './pciStdEnableAcs.ts';

test.each([
  ['root or downstream port', 0x5f, false, 0x1d],
  ['the same, leading out of the case', 0x5f, true, 0x1f],
  ['multifunction endpoint with RR, CR and DT', 0x4c, false, 0x0c],
  ['SV and TB only (AMD)', 0x03, false, 0x01],
  ['EC and DT are never set', 0x60, true, 0x00],
  ['hidden', UNKNOWN, false, UNKNOWN],
] as const)('%s', (_, capability, blocks, bits) => {
  expect(standardAcsBits(capability, blocks)).toBe(bits);
});

test('bits are added to what the firmware left', () => {
  expect(withAcsBits(0x40, 0x1d)).toBe(0x5d);
  expect(withAcsBits(0x1f, UNKNOWN)).toBe(0x1f);
  expect(withAcsBits(0x1d, UNKNOWN)).toBe(UNKNOWN);
  expect(withAcsBits(UNKNOWN, 0x1d)).toBe(UNKNOWN);
});

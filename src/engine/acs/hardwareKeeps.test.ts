import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { hardwareKeeps } from './hardwareKeeps.ts';

test.each([
  ['all of it', 0x001d, 0x0000, 0x005f, 0x001d],
  ['EC is not there (s21, e08)', 0x002d, 0x0000, 0x005f, 0x000d],
  ['every bit written, of a full capability', 0xffd3, 0x0000, 0x005f, 0x0053],
  ['no TB either', 0xffd3, 0x0000, 0x005d, 0x0051],
  ['the egress vector’s size is no bit', 0xffff, 0x0000, 0xff5f, 0x005f],
  ['what the firmware left was there', 0x0025, 0x0020, 0x005f, 0x0025],
  ['nothing new, capability hidden', 0x0004, 0x000c, UNKNOWN, 0x0004],
  ['something new, capability hidden', 0x001d, 0x0000, UNKNOWN, UNKNOWN],
  ['hidden', UNKNOWN, 0x0000, 0x005f, UNKNOWN],
] as const)('%s', (_, written, firmware, capability, kept) => {
  expect(hardwareKeeps(written, firmware, capability)).toBe(kept);
});

import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { disableAcsRedir } from './disableAcsRedir.ts';

const word = (how: Parameters<typeof disableAcsRedir>[0], firmware: number, control: number) =>
  disableAcsRedir(how, { firmware, control });

// What the kernel writes; 001d is what it sets by itself where an IOMMU is in use.
test.each([
  ['absent', 0x0000, 0x001d, 0x001d],
  ['clears', 0x0000, 0x001d, 0x0011],
  ['clears', 0x0000, 0x0000, 0x0000],
  ['clears', 0x003d, 0x003d, 0x0011],
  ['restores-firmware', 0x0000, 0x001d, 0xffd3],
  ['restores-firmware', 0x000c, 0x001d, 0xffdf],
  ['restores-firmware', 0x0000, 0x0000, 0xffd3],
  ['from-firmware', 0x0000, 0x001d, 0x0000],
  ['from-firmware', 0x003d, 0x003d, 0x0011],
  ['from-firmware', 0x0013, 0x001f, 0x0013],
] as const)('%s: firmware %i, kernel %i, written %i', (how, firmware, control, written) => {
  expect(word(how, firmware, control)).toBe(written);
});

test('hidden words stay hidden where they matter', () => {
  const hidden = { firmware: UNKNOWN, control: UNKNOWN } as const;
  expect(disableAcsRedir('clears', hidden)).toBe(UNKNOWN);
  expect(disableAcsRedir('from-firmware', hidden)).toBe(UNKNOWN);
  expect(disableAcsRedir('restores-firmware', hidden)).toBe(UNKNOWN);
});

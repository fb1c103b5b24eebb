import { describe, expect, test } from 'vitest';
import type { DmaDevice } from '../../../engine/dma/scatterlist.ts';
import { usualLimits } from './usualLimits.ts';

const device = (mask: number, maxSegment: number): DmaDevice => ({
  mask,
  busLimit: null,
  maxSegment,
  boundary: 0xffff_ffff,
  isUntrusted: false,
  minAlignMask: 0,
});

describe('limits that nobody stated', () => {
  test.each([
    [2 ** 64 - 1, 64],
    [2 ** 48 - 1, 48],
    [2 ** 32 - 1, 32],
  ])('a mask of %d sends %d bits', (mask, bits) => {
    expect(usualLimits(device(mask, 0x8000_0000))).toEqual({
      maskBits: bits,
      maxSegment: 0x8000_0000,
      segmentBoundary: '0xffffffff',
    });
  });
  test('before the engine has answered, those of the PCI core', () => {
    expect(usualLimits(null)).toMatchObject({ maskBits: 64, maxSegment: 0x1_0000 });
  });
});

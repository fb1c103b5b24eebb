import { describe, expect, test } from 'vitest';
import {
  depthText,
  rateText,
  readDepth,
  readOfferedRate,
  readTransferSize,
  sizeText,
} from './fieldValues.ts';

describe('what stands in the fields of a flow', () => {
  test.each([
    ['64K', 65_536],
    [' 4096 ', 4096],
    ['1M', 2 ** 20],
    ['', null],
  ])('size %j', (text, value) => {
    expect(readTransferSize(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['32', 32],
    ['', null],
  ])('depth %j', (text, value) => {
    expect(readDepth(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['25G', 25e9],
    ['6.5 GB/s', 6.5e9],
    ['', null],
  ])('rate %j', (text, value) => {
    expect(readOfferedRate(text)).toEqual({ ok: true, value });
  });

  test('what is wrong says which field, what it takes and what to do', () => {
    for (const found of [
      readTransferSize('big'),
      readTransferSize('0'),
      readTransferSize('2T'),
      readDepth('0'),
      readDepth('many'),
      readOfferedRate('fast'),
      readOfferedRate('0'),
    ]) {
      expect(found).toMatchObject({
        ok: false,
        why: expect.stringMatching(/^(Size|Depth|Rate): /),
      });
    }
  });

  test('is written as it is read', () => {
    expect([sizeText(65_536), depthText(8), rateText(25e9)]).toEqual(['64K', '8', '25G']);
    expect([sizeText(null), depthText(null), rateText(null)]).toEqual(['', '', '']);
  });
});

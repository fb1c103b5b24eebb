import { describe, expect, it } from 'vitest';
import { blankConfigBytes, read8 } from '../configSpace/configBytes.ts';
import { parseHexRow, putHexRow } from './hexRow.ts';

const FULL = '40: 01 50 03 c8 08 00 00 00 00 00 00 00 00 00 00 ff';

describe('parseHexRow', () => {
  it('reads a row', () => {
    const row = parseHexRow(FULL);
    expect(row?.offset).toBe(0x40);
    expect(row?.bytes).toHaveLength(16);
    expect(row?.bytes[3]).toBe(0xc8);
    expect(row?.bytes[15]).toBe(0xff);
    expect(row?.damage).toBeNull();
  });

  it.each([
    ['indented', `    ${FULL}`, null],
    ['of the extended space', FULL.replace('40:', 'ff0:'), null],
    ['in capitals', FULL.toUpperCase(), null],
    ['cut', '40: 01 50', 'has 2 bytes instead of 16'],
    ['at an odd offset', FULL.replace('40:', '41:'), 'does not begin at a multiple of 16'],
    ['with a letter too many', FULL.replace('c8', 'cg'), 'cannot be read in full'],
    ['with a byte too many', `${FULL} 00`, 'cannot be read in full'],
    ['with bytes run together', FULL.replace('03 c8', '03c8'), 'cannot be read in full'],
  ])('takes a row %s', (_, text, damage) => {
    expect(parseHexRow(text)).toMatchObject({ damage });
  });

  it.each([
    '00:02.0 VGA compatible controller: Intel',
    '  8:          0          3   IO-APIC',
    'Memory: 12 34',
    '40:',
    '40: zz yy',
    '12:34:56',
  ])('leaves %s alone', (text) => {
    expect(parseHexRow(text)).toBeNull();
  });

  it('keeps the bytes around a bad one', () => {
    const row = parseHexRow('40: 01 zz 03 04');
    expect(row?.bytes).toEqual([1, null, 3, 4]);
  });
});

describe('putHexRow', () => {
  it('stores what was readable', () => {
    const space = blankConfigBytes();
    putHexRow(space, { offset: 0x40, bytes: [1, null, 3], damage: null });
    expect([read8(space, 0x40), read8(space, 0x41), read8(space, 0x42)]).toEqual([1, null, 3]);
  });

  it('says when a row contradicts an earlier one, and takes the later', () => {
    const space = blankConfigBytes();
    const row = { offset: 0, bytes: [1, 2], damage: null };
    expect(putHexRow(space, row)).toBeNull();
    expect(putHexRow(space, row)).toBeNull();
    expect(putHexRow(space, { ...row, bytes: [1, 3] })).toMatch(/repeats/);
    expect(read8(space, 1)).toBe(3);
  });

  it('refuses rows beyond configuration space', () => {
    expect(
      putHexRow(blankConfigBytes(), { offset: 0xff8, bytes: Array(16).fill(1), damage: null }),
    ).toMatch(/outside/);
  });
});

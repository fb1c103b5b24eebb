import { describe, expect, it } from 'vitest';
import { blankConfigBytes, isAllOnes, putByte, read8, read16, read32 } from './configBytes.ts';

describe('configuration space', () => {
  it('reads little-endian numbers', () => {
    const space = blankConfigBytes();
    [0x86, 0x80, 0x40, 0xff].forEach((byte, offset) => {
      putByte(space, offset, byte);
    });
    expect(read8(space, 0)).toBe(0x86);
    expect(read16(space, 0)).toBe(0x8086);
    expect(read32(space, 0)).toBe(0xff40_8086);
  });

  it('tells what was not printed from zero', () => {
    const space = blankConfigBytes();
    putByte(space, 0x40, 0);
    expect(read8(space, 0x40)).toBe(0);
    expect(read8(space, 0x41)).toBeNull();
    expect(read16(space, 0x40)).toBeNull();
    expect(read32(space, 0x3e)).toBeNull();
    expect(read8(space, 0x4000)).toBeNull();
  });

  it('grows to its full size and no further', () => {
    const space = blankConfigBytes();
    putByte(space, 0xfff, 7);
    putByte(space, 0x1000, 9);
    putByte(space, -1, 9);
    expect(space.end).toBe(0x1000);
    expect(read8(space, 0xfff)).toBe(7);
    expect(read8(space, 0x800)).toBeNull();
  });

  it('knows a function that does not answer', () => {
    const space = blankConfigBytes();
    expect(isAllOnes(space)).toBe(false);
    putByte(space, 0, 0xff);
    putByte(space, 0x20, 0xff);
    expect(isAllOnes(space)).toBe(true);
    putByte(space, 1, 0xfe);
    expect(isAllOnes(space)).toBe(false);
  });
});

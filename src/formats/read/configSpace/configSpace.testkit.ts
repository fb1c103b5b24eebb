import { blankConfigBytes, type ConfigBytes, putByte } from './configBytes.ts';

/** Bytes at offsets: `{ 0x34: '40', 0x40: '10 00 42 01' }`; the rest up to `size` is zero. */
export function configSpace(size: number, rows: Readonly<Record<number, string>>): ConfigBytes {
  const space = blankConfigBytes();
  for (let offset = 0; offset < size; offset += 1) putByte(space, offset, 0);
  for (const [start, text] of Object.entries(rows)) {
    text.split(' ').forEach((byte, index) => {
      const offset = Number(start) + index;
      if (offset < size) putByte(space, offset, Number.parseInt(byte, 16));
    });
  }
  return space;
}

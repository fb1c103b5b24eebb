import type { ConfigBytes } from '../configSpace/configBytes.ts';
import { CONFIG_SPACE_SIZE, putByte, read8 } from '../configSpace/configBytes.ts';

/** `40: 01 50 03 c8 …`, as lspci -x prints it: offset, up to sixteen bytes. */
const ROW = /^\s*([\da-f]{2,3}): ((?:[\da-f]{2} ){0,15}[\da-f]{2})$/i;
/** What still is such a row, with damage: the offset, and words of two characters behind it. */
const DAMAGED_ROW = /^\s*([\da-f]{2,3}):(?: \S{2}(?=\s|$)){2}/i;
const BYTE = /^[\da-f]{2}$/i;
const ROW_LENGTH = 16;

/** One row of a hexadecimal dump; a byte is `null` where the line is damaged. */
export interface HexRow {
  readonly offset: number;
  readonly bytes: readonly (number | null)[];
  /** What is wrong with it, for a message; `null` for a row as lspci prints it. */
  readonly damage: string | null;
}

function parseClean(match: RegExpExecArray): HexRow {
  const offset = Number.parseInt(match[1] ?? '', 16);
  const text = match[2] ?? '';
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    bytes.push(Number.parseInt(text.slice(at, at + 2), 16));
  }
  return { offset, bytes, damage: damageOf(offset, bytes.length) };
}

function damageOf(offset: number, length: number): string | null {
  if (offset % ROW_LENGTH !== 0) return 'does not begin at a multiple of 16';
  if (length < ROW_LENGTH) return `has ${length} bytes instead of 16`;
  return null;
}

function parseDamaged(text: string, offset: number): HexRow {
  const words = text
    .slice(text.indexOf(':') + 1)
    .trim()
    .split(/\s+/, ROW_LENGTH + 1);
  const bytes: (number | null)[] = [];
  for (const word of words.slice(0, ROW_LENGTH)) {
    if (word.length !== 2) break;
    bytes.push(BYTE.test(word) ? Number.parseInt(word, 16) : null);
  }
  const clean = bytes.length === words.length && !bytes.includes(null);
  return {
    offset,
    bytes,
    damage: clean ? damageOf(offset, bytes.length) : 'cannot be read in full',
  };
}

/** Reads a row of a hexadecimal dump; `null` when the line is something else. */
export function parseHexRow(text: string): HexRow | null {
  const match = ROW.exec(text);
  if (match) return parseClean(match);
  const damaged = DAMAGED_ROW.exec(text);
  if (!damaged) return null;
  const row = parseDamaged(text, Number.parseInt(damaged[1] ?? '', 16));
  return row.bytes.some((byte) => byte !== null) ? row : null;
}

/** Stores a row; returns what is wrong with it, if anything. */
export function putHexRow(space: ConfigBytes, row: HexRow): string | null {
  if (row.offset + row.bytes.length > CONFIG_SPACE_SIZE) return 'lies outside configuration space';
  let repeated = false;
  row.bytes.forEach((byte, index) => {
    if (byte === null) return;
    const before = read8(space, row.offset + index);
    if (before !== null && before !== byte) repeated = true;
    putByte(space, row.offset + index, byte);
  });
  return repeated ? 'repeats an offset with other bytes, which are taken' : row.damage;
}

/** Size of a function's configuration space with its extended part (PCIe base specification 7.2.2). */
export const CONFIG_SPACE_SIZE = 4096;

/** The part that conventional PCI has; extended capabilities begin behind it. */
export const CONVENTIONAL_SIZE = 256;

const NOT_SHOWN = -1;

/**
 * Configuration space as far as a dump shows it. A byte that was not printed reads as `null`:
 * zero means something else, and a decoder must never take one for the other.
 */
export interface ConfigBytes {
  /** Bytes from offset 0; -1 where the dump is silent. Grows when a row beyond its end is put. */
  cells: Int16Array;
  /** One past the last byte that was put. */
  end: number;
}

export function blankConfigBytes(): ConfigBytes {
  return { cells: new Int16Array(CONVENTIONAL_SIZE).fill(NOT_SHOWN), end: 0 };
}

/** Stores one byte; offsets beyond configuration space are ignored. */
export function putByte(space: ConfigBytes, offset: number, value: number): void {
  if (offset < 0 || offset >= CONFIG_SPACE_SIZE) return;
  if (offset >= space.cells.length) {
    const grown = new Int16Array(CONFIG_SPACE_SIZE).fill(NOT_SHOWN);
    grown.set(space.cells);
    space.cells = grown;
  }
  space.cells[offset] = value;
  if (offset >= space.end) space.end = offset + 1;
}

export function read8(space: ConfigBytes, offset: number): number | null {
  const value = space.cells[offset];
  return value === undefined || value < 0 ? null : value;
}

/** Configuration space is little-endian (PCIe base specification 7.5.1). */
export function read16(space: ConfigBytes, offset: number): number | null {
  const low = read8(space, offset);
  const high = read8(space, offset + 1);
  return low === null || high === null ? null : low | (high << 8);
}

/** Four bytes as an unsigned number. */
export function read32(space: ConfigBytes, offset: number): number | null {
  const low = read16(space, offset);
  const high = read16(space, offset + 2);
  return low === null || high === null ? null : high * 0x1_0000 + low;
}

/** True when everything that was printed is ff: what a read returns when nobody answers. */
export function isAllOnes(space: ConfigBytes): boolean {
  let shown = 0;
  for (let offset = 0; offset < space.end; offset += 1) {
    const value = space.cells[offset] ?? NOT_SHOWN;
    if (value === NOT_SHOWN) continue;
    if (value !== 0xff) return false;
    shown += 1;
  }
  return shown > 0;
}

import { type Hex64, hex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';
import { type ConfigBytes, read32 } from './configBytes.ts';

/** Bits of a base address register (PCIe base specification 7.5.1.2.1). */
const IO_SPACE = 0x1;
const TYPE_MASK = 0x6;
const TYPE_64BIT = 0x4;
const PREFETCHABLE = 0x8;
const ONES = 0xffff_ffff;

/** Index that the model gives the expansion ROM. */
export const ROM_INDEX = 6;

function addressOf(low: number, high: number): Hex64 | null {
  return low === 0 && high === 0 ? null : hex64((BigInt(high) << 32n) | BigInt(low >>> 0));
}

/**
 * Base address registers as they stand. Their size cannot be seen: it shows only when the register
 * is written with ones. A register of zero may be missing or merely unassigned; it is left out.
 */
export function decodeBars(
  space: ConfigBytes,
  firstOffset: number,
  count: number,
): readonly Bar[] | null {
  const bars: Bar[] = [];
  for (let index = 0; index < count; index += 1) {
    const low = read32(space, firstOffset + 4 * index);
    if (low === null) return null;
    if (low === 0 || low === ONES) continue;
    if ((low & IO_SPACE) !== 0) {
      bars.push({
        index,
        kind: 'io',
        is64bit: false,
        prefetchable: false,
        address: addressOf(low & ~0x3, 0),
        size: UNKNOWN,
        resizableTo: UNKNOWN,
      });
      continue;
    }
    const is64bit = (low & TYPE_MASK) === TYPE_64BIT && index + 1 < count;
    const high = is64bit ? read32(space, firstOffset + 4 * (index + 1)) : 0;
    if (high === null) return null;
    bars.push({
      index,
      kind: 'memory',
      is64bit,
      prefetchable: (low & PREFETCHABLE) !== 0,
      address: addressOf(low & ~0xf, high),
      size: UNKNOWN,
      resizableTo: UNKNOWN,
    });
    if (is64bit) index += 1;
  }
  return bars;
}

/** The expansion ROM's register, 2 KiB granular (PCIe base specification 7.5.1.2.4). */
export function decodeRomBar(space: ConfigBytes, offset: number): Bar | null {
  const value = read32(space, offset);
  if (value === null || value === ONES) return null;
  const address = addressOf(value & ~0x7ff, 0);
  if (address === null) return null;
  return {
    index: ROM_INDEX,
    kind: 'memory',
    is64bit: false,
    prefetchable: false,
    address,
    size: UNKNOWN,
    resizableTo: null,
  };
}

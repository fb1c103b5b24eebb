import { hex64 } from '../../../base/hex.ts';
import type { BridgeWindow } from '../../../model/registers.ts';
import { type ConfigBytes, read8, read16, read32 } from './configBytes.ts';

/** Registers of a type 1 header (PCIe base specification 7.5.1.3). */
const IO_BASE = 0x1c;
const IO_LIMIT = 0x1d;
const MEMORY_BASE = 0x20;
const MEMORY_LIMIT = 0x22;
const PREFETCHABLE_BASE = 0x24;
const PREFETCHABLE_LIMIT = 0x26;
const PREFETCHABLE_BASE_UPPER = 0x28;
const PREFETCHABLE_LIMIT_UPPER = 0x2c;
const IO_BASE_UPPER = 0x30;
const IO_LIMIT_UPPER = 0x32;

/** Low nibble of the I/O and prefetchable registers: 1 says that the upper half exists. */
const HAS_UPPER = 1;

/** A window is open when its limit is not below its base. */
export function openWindow(
  kind: BridgeWindow['kind'],
  base: bigint,
  limit: bigint,
): BridgeWindow | null {
  return base <= limit ? { kind, base: hex64(base), limit: hex64(limit) } : null;
}

function ioWindow(space: ConfigBytes): BridgeWindow | null | undefined {
  const base = read8(space, IO_BASE);
  const limit = read8(space, IO_LIMIT);
  if (base === null || limit === null) return undefined;
  const wide = (base & 0xf) === HAS_UPPER;
  const baseUpper = wide ? read16(space, IO_BASE_UPPER) : 0;
  const limitUpper = wide ? read16(space, IO_LIMIT_UPPER) : 0;
  if (baseUpper === null || limitUpper === null) return undefined;
  return openWindow(
    'io',
    (BigInt(baseUpper) << 16n) | BigInt((base & 0xf0) << 8),
    (BigInt(limitUpper) << 16n) | BigInt(((limit & 0xf0) << 8) | 0xfff),
  );
}

function memoryWindow(space: ConfigBytes): BridgeWindow | null | undefined {
  const base = read16(space, MEMORY_BASE);
  const limit = read16(space, MEMORY_LIMIT);
  if (base === null || limit === null) return undefined;
  return openWindow(
    'memory',
    BigInt(base & 0xfff0) << 16n,
    (BigInt(limit & 0xfff0) << 16n) | 0xf_ffffn,
  );
}

function prefetchableWindow(space: ConfigBytes): BridgeWindow | null | undefined {
  const base = read16(space, PREFETCHABLE_BASE);
  const limit = read16(space, PREFETCHABLE_LIMIT);
  if (base === null || limit === null) return undefined;
  const wide = (base & 0xf) === HAS_UPPER;
  const baseUpper = wide ? read32(space, PREFETCHABLE_BASE_UPPER) : 0;
  const limitUpper = wide ? read32(space, PREFETCHABLE_LIMIT_UPPER) : 0;
  if (baseUpper === null || limitUpper === null) return undefined;
  return openWindow(
    'prefetchable',
    (BigInt(baseUpper) << 32n) | (BigInt(base & 0xfff0) << 16n),
    (BigInt(limitUpper) << 32n) | (BigInt(limit & 0xfff0) << 16n) | 0xf_ffffn,
  );
}

/** What a bridge forwards downwards; `null` when the dump ends before these registers do. */
export function decodeBridgeWindows(space: ConfigBytes): readonly BridgeWindow[] | null {
  const windows: BridgeWindow[] = [];
  for (const window of [ioWindow(space), memoryWindow(space), prefetchableWindow(space)]) {
    if (window === undefined) return null;
    if (window !== null) windows.push(window);
  }
  return windows;
}

import { hex64Value } from '../../../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { HostWindow } from '../../../model/machine.ts';

/** What is added to CPU addresses to get those on the bus, for memory; each value once, ascending. */
export function windowOffsets(windows: OrUnknown<readonly HostWindow[]>): readonly bigint[] {
  if (windows === UNKNOWN) return [];
  const offsets = windows
    .filter(({ kind }) => kind !== 'io')
    .map(({ busBase, cpuBase }) => hex64Value(busBase) - hex64Value(cpuBase));
  return [...new Set(offsets)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `0`, `-0x8000000000` */
export function offsetWords(offset: bigint): string {
  if (offset === 0n) return '0';
  return offset < 0n ? `-0x${(-offset).toString(16)}` : `0x${offset.toString(16)}`;
}

import { type Hex64, hex64Value } from '../../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { HostWindow } from '../../model/machine.ts';

/** A stretch of memory as the CPU sees it. */
export interface CpuRange {
  readonly start: Hex64;
  /** Bytes; hexadecimal dumps alone do not show how long a BAR is. */
  readonly size: OrUnknown<number>;
}

export interface BusOffset {
  /** What is added to a CPU address to get the PCI bus address; 0 on most x86 machines. */
  readonly offset: bigint;
  /** The window that says so; `null`: none contains the memory, and the offset is taken as 0. */
  readonly window: HostWindow | null;
  /** The input does not show the host bridge's windows: 0 is a guess. */
  readonly isAssumed: boolean;
}

/**
 * How bus addresses differ from CPU addresses for this memory: by what the host bridge's window says
 * that contains it, the first that does; by nothing where none does.
 *
 * Source: `pcibios_resource_to_bus()`, drivers/pci/host-bridge.c, and `pci_p2pdma_add_resource()`,
 * drivers/pci/p2pdma.c, Linux 4.20 to 7.1.
 */
export function busOffset(range: CpuRange, windows: OrUnknown<readonly HostWindow[]>): BusOffset {
  if (windows === UNKNOWN) return { offset: 0n, window: null, isAssumed: true };
  const first = hex64Value(range.start);
  const last = range.size === UNKNOWN ? first : first + BigInt(Math.max(1, range.size)) - 1n;
  const window = windows.find((each) => {
    const base = hex64Value(each.cpuBase);
    return each.kind !== 'io' && base <= first && last < base + hex64Value(each.size);
  });
  if (!window) return { offset: 0n, window: null, isAssumed: false };
  const offset = hex64Value(window.busBase) - hex64Value(window.cpuBase);
  return { offset, window, isAssumed: false };
}

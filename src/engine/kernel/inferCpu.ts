import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Cpu } from '../../model/settings.ts';

const AMD = 0x1022;

/**
 * Function 3 of the data fabric (device 18h on bus 00), which is part of the CPU itself, and the
 * CPU family that it belongs to. Source: PCI_DEVICE_ID_AMD_*_DF_F3 in include/linux/pci_ids.h,
 * Linux 6.12, and drivers/hwmon/k10temp.c.
 */
const DATA_FABRIC_FAMILY: ReadonlyMap<number, number> = new Map([
  [0x1463, 0x17],
  [0x15eb, 0x17],
  [0x1493, 0x17],
  [0x144b, 0x17],
  [0x1443, 0x17],
  [0x1727, 0x17],
  [0x1653, 0x19],
  [0x14b0, 0x19],
  [0x167c, 0x19],
  [0x166d, 0x19],
  [0x14e3, 0x19],
  [0x14f3, 0x19],
  [0x12fb, 0x19],
  [0x12c3, 0x1a],
  [0x16fb, 0x1a],
  [0x12cb, 0x1a],
  [0x124b, 0x1a],
  [0x12bb, 0x1a],
  [0x127b, 0x1a],
]);

export interface InferredCpu {
  readonly cpu: Cpu;
  readonly from: PciFunction;
}

/**
 * The CPU that a tree gives away when nothing names it: AMD's Zen families show parts of
 * themselves as PCI functions. A Hygon CPU has the same parts under its own vendor id (1d94).
 *
 * @returns `null` when no such function is there
 */
export function inferCpu(machine: Machine): InferredCpu | null {
  for (const fn of machine.functions) {
    if (fn.pciId === UNKNOWN || fn.pciId.vendor !== AMD) continue;
    if (fn.address?.bus !== 0 || fn.address.device < 0x18) continue;
    const { device } = fn.pciId;
    const family = device === UNKNOWN ? undefined : DATA_FABRIC_FAMILY.get(device);
    if (family !== undefined) {
      return { cpu: { arch: 'x86', vendor: 'AuthenticAMD', family }, from: fn };
    }
  }
  return null;
}

import { UNKNOWN } from '../../../base/unknown.ts';
import { classOf } from '../../../model/classCode.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** Linux gives VMD's own PCI domains numbers beyond the 16 bits that ACPI segments have. */
export const FIRST_VMD_DOMAIN = 0x1_0000;

const INTEL = 0x8086;
/** Volume Management Devices, as the kernel's vmd driver lists them. */
const VMD_DEVICES: ReadonlySet<number> = new Set([
  0x201d, 0x28c0, 0x467f, 0x4c3d, 0xa77f, 0x7d0b, 0xad0b, 0x9a0b, 0xb60b, 0xb06f, 0xb07f,
]);
const RAID_CLASS = 0x0104;
const NAMED_VMD = /\bVMD\b|Volume Management Device/;

function isVmd(fn: PciFunction): boolean {
  if (fn.pciId !== UNKNOWN && fn.pciId.device !== UNKNOWN) {
    return fn.pciId.vendor === INTEL && VMD_DEVICES.has(fn.pciId.device);
  }
  return classOf(fn) === RAID_CLASS && NAMED_VMD.test(fn.names.device ?? '');
}

/** The one VMD function of a machine; with several, nothing says which domain is whose. */
export function findVmdFunction(functions: readonly PciFunction[]): PciFunction | null {
  const found = functions.filter(isVmd);
  return found.length === 1 ? (found[0] ?? null) : null;
}

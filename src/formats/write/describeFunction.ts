import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { PciNames } from '../../model/pciNames.ts';

/**
 * A function's name for people: the user's own, else what the dump printed, else what the table
 * of ids says, else the ids as `lspci` writes unknown ones (`Device 10de:2bb5`).
 */
export function describeFunction(fn: PciFunction, names: PciNames | null): string {
  if (fn.label !== null) return fn.label;
  const printed = [fn.names.vendor, fn.names.device].filter((part) => part !== null);
  if (printed.length > 0) return printed.join(' ');
  if (fn.pciId === UNKNOWN) return 'Device with unknown ids';
  const { vendor, device } = fn.pciId;
  const vendorName = names?.vendorName(vendor) ?? null;
  if (vendorName === null) return `Device ${formatPciId(fn.pciId)}`;
  if (device === UNKNOWN) return `${vendorName} device with unknown id`;
  return `${vendorName} ${names?.deviceName(vendor, device) ?? `Device ${hex(device, 4)}`}`;
}

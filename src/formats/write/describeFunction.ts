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
  const printed = [fn.names.vendor, fn.names.device].filter((part) => part !== null).join(' ');
  const saysNothing = printed === '' || printed === 'Device';
  if (!saysNothing || fn.pciId === UNKNOWN) return withDeviceId(printed, fn);
  const { vendor, device } = fn.pciId;
  const vendorName = names?.vendorName(vendor) ?? null;
  if (vendorName === null) return `Device ${formatPciId(fn.pciId)}`;
  if (device === UNKNOWN) return `${vendorName} device with unknown id`;
  return `${vendorName} ${names?.deviceName(vendor, device) ?? `Device ${hex(device, 4)}`}`;
}

/** `lspci -nn` prints `Device [2bb5]` for what it has no name: the digits are the name then. */
function withDeviceId(printed: string, fn: PciFunction): string {
  if (printed === '') return 'Device with unknown ids';
  if (!printed.endsWith(' Device') || fn.pciId === UNKNOWN || fn.pciId.device === UNKNOWN) {
    return printed;
  }
  return `${printed} ${hex(fn.pciId.device, 4)}`;
}

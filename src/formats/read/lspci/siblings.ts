import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciAddress } from '../../../model/address.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

const deviceKey = ({ domain, bus, device }: PciAddress): number =>
  (domain * 256 + bus) * 32 + device;

/**
 * The multifunction bit where it was not printed, and as Linux takes it: a function other than 0
 * that is not virtual belongs to a multifunction device, whatever its own header says
 * (`pci_scan_slot()`, drivers/pci/probe.c). Functions beside it prove the bit of function 0 (PCIe
 * base specification 7.5.1.1.9); a function 0 on its own proves nothing.
 */
export function inferMultifunction(functions: readonly PciFunction[]): readonly PciFunction[] {
  const devices = new Set<number>();
  for (const { address, physfn } of functions) {
    if (address && physfn === null && address.function > 0) devices.add(deviceKey(address));
  }
  return functions.map((fn) => {
    const { address, multifunction, physfn } = fn;
    if (address === null || multifunction === true) return fn;
    if (physfn !== null) return { ...fn, multifunction: false };
    const shown =
      address.function > 0 || (multifunction === UNKNOWN && devices.has(deviceKey(address)));
    return shown ? { ...fn, multifunction: true } : fn;
  });
}

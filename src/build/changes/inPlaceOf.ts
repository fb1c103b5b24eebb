import type { PciFunction } from '../../model/pciFunction.ts';
import { partOf } from '../partLink.ts';

/**
 * A function that was made of another part, in a function's place: with its id, name, slot, numbers
 * and what belongs to the place.
 */
export function inPlaceOf(old: PciFunction, made: PciFunction): PciFunction {
  return {
    ...made,
    id: old.id,
    label: old.label,
    parent: old.parent,
    slot: old.slot,
    address: old.address,
    fixedAddress: old.fixedAddress,
    hotplugReserve: old.hotplugReserve,
    numaNode: old.numaNode,
    externalFacing: old.externalFacing,
    untrusted: old.untrusted,
    bridge: made.bridge === null || old.bridge === null ? made.bridge : old.bridge,
    driver: isChosen(old) ? old.driver : made.driver,
  };
}

/** Drivers that a hand binds to a device, whatever it is. */
const FOR_ANY: ReadonlySet<unknown> = new Set(['vfio-pci', 'uio_pci_generic', 'pci-stub']);

/** Was its driver bound by hand, and not the one that comes with the part? */
export function isChosen(fn: PciFunction): boolean {
  if (FOR_ANY.has(fn.driver)) return true;
  const part = partOf(fn);
  if (part === null || !('functions' in part)) return false;
  const plan = part.functions.find(({ driver }) => driver.value === fn.driver);
  return fn.driver !== 'unknown' && plan === undefined;
}

import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { isPort } from './devices.ts';

/** Bridges below which there is a bus: of conventional PCI, or the one inside a switch. */
const BUS_ABOVE: ReadonlySet<string> = new Set(['pcie-to-pci', 'conventional-bridge', 'upstream']);

/**
 * Whether what is above `lower` is a PCI Express link. `port` is the bridge it hangs from, `null`
 * on a root bus or where that is not shown; without `lower` the slot below the port is empty.
 */
export function isLinkAbove(lower: PciFunction | undefined, port: PciFunction | null): boolean {
  if (port) {
    if (isPort(port)) return true;
    return port.type === UNKNOWN && hasLink(lower);
  }
  // On a root bus there is no link, though a function passed to a virtual machine may tell of one.
  const isOnRootBus = lower && lower.parent !== UNKNOWN && lower.parent.kind === 'host';
  return !isOnRootBus && hasLink(lower);
}

function hasLink(lower: PciFunction | undefined): boolean {
  if (!lower || lower.pcie === null || lower.pcie === UNKNOWN) return false;
  const { type } = lower;
  if (type === UNKNOWN || type === 'downstream' || type === 'root-port') return false;
  if (BUS_ABOVE.has(type) && type !== 'upstream' && type !== 'pcie-to-pci') return false;
  return lower.pcie.link !== null;
}

import type { PciAddress } from '../../../model/address.ts';

/** A bus of a domain as one number; equal bus numbers of two domains have nothing in common. */
export function busKey(domain: number, bus: number): number {
  return domain * 256 + bus;
}

export function busOf(address: PciAddress): number {
  return busKey(address.domain, address.bus);
}

import { hex } from '../base/hex.ts';

/**
 * Where a function answers configuration requests: PCI segment ("domain" in Linux, up to 32 bits
 * because of VMD), bus, device and function. Source: PCIe base specification 2.2.6.2; Linux
 * writes it `dddd:bb:dd.f`.
 */
export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly device: number;
  readonly function: number;
}

/** `0000:03:00.0`; domains beyond 16 bits take the digits they need (`10000:e1:00.0`). */
export function formatAddress(address: PciAddress): string {
  return `${hex(address.domain, 4)}:${hex(address.bus, 2)}:${hex(address.device, 2)}.${address.function.toString(16)}`;
}

const ADDRESS = /^(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})\.([0-7])$/i;

/** Reads `03:00.0`, `0000:03:00.0` or `10000:e1:00.0`; `null` when the text is no address. */
export function parseAddress(text: string): PciAddress | null {
  const match = ADDRESS.exec(text.trim());
  if (!match) return null;
  const [, domain = '0', bus = '', device = '', fn = ''] = match;
  const address = {
    domain: Number.parseInt(domain, 16),
    bus: Number.parseInt(bus, 16),
    device: Number.parseInt(device, 16),
    function: Number.parseInt(fn, 16),
  };
  return address.device <= 0x1f ? address : null;
}

/** Device and function as the eight bits that the kernel calls devfn. */
export function devfn(address: PciAddress): number {
  return (address.device << 3) | address.function;
}

/** Order of enumeration: domain, bus, device, function. */
export function compareAddresses(a: PciAddress, b: PciAddress): number {
  return a.domain - b.domain || a.bus - b.bus || a.device - b.device || a.function - b.function;
}

import type { PciId } from '../model/pciFunction.ts';

/** `8086:2020` as ids; throws on anything else. */
export function parsePciId(text: string): PciId {
  const match = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(text);
  if (!match) throw new RangeError(`${text} are no PCI ids`);
  const [, vendor = '', device = ''] = match;
  return { vendor: Number.parseInt(vendor, 16), device: Number.parseInt(device, 16) };
}

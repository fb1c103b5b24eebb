import type { Slot } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/**
 * The id of a slot of a captured machine, as importers make it: what is printed beside it, and the
 * port that feeds it, else what is plugged into it. `null`: neither is known.
 */
export function capturedSlotId(
  { id, label, ports }: Slot,
  functions: readonly PciFunction[],
): string | null {
  const [port] = ports;
  const place = port ?? functions.find(({ slot }) => slot === id)?.id;
  return label === null || label === '' || place === undefined ? null : `slot:${label}:${place}`;
}

/** Where several slots have one label, what is behind an `@` tells their names apart: `0@00:1c.1`. */
export function slotLabel(name: string): string {
  return name.replace(/@[0-9a-f:]+\.[0-7]$/, '');
}

import { UNKNOWN } from '../../base/unknown.ts';
import { devfn } from '../../model/address.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { DMA_ALIAS_QUIRKS, type DmaAliases, type DmaAliasQuirk } from './dmaAliasQuirks.ts';

/** An id of the bus: device << 3 | function. */
type Devfn = number;

const NONE: readonly Devfn[] = [];
const SLOTS = 32;
const WHOLE_BUS = 256;

/**
 * Under which other ids of its own bus a function may send requests, its own left out. Ids of
 * subsystems that the input does not show match no row.
 *
 * Source: the alias quirks of drivers/pci/quirks.c (`dma_alias_mask`), Linux 5.4 to 7.1.
 */
export function dmaAliasesOf(fn: PciFunction): readonly Devfn[] {
  if (fn.pciId === UNKNOWN || fn.address === null || fn.physfn !== null) return NONE;
  const { vendor, device } = fn.pciId;
  if (device === UNKNOWN) return NONE;
  const quirk = DMA_ALIAS_QUIRKS.find(
    (row) => row.vendor === vendor && row.devices.includes(device) && isSubsystemOf(row, fn),
  );
  if (!quirk) return NONE;
  const own = devfn(fn.address);
  return devfnsOf(quirk.aliases, fn.address.device).filter((alias) => alias !== own);
}

function isSubsystemOf({ subsystems }: DmaAliasQuirk, { subsystemId }: PciFunction): boolean {
  if (!subsystems) return true;
  if (subsystemId === null || subsystemId === UNKNOWN) return false;
  return subsystems.some(
    ([vendor, device]) => subsystemId.vendor === vendor && subsystemId.device === device,
  );
}

function devfnsOf(aliases: DmaAliases, slot: number): readonly Devfn[] {
  switch (aliases.kind) {
    case 'function':
      return [(slot << 3) | aliases.number];
    case 'fixed':
      return aliases.devfns;
    case 'every-slot':
      return Array.from({ length: SLOTS }, (_, each) =>
        aliases.functions.map((number) => (each << 3) | number),
      ).flat();
    case 'all':
      return Array.from({ length: WHOLE_BUS }, (_, each) => each);
  }
}

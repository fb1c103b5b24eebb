import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Settings } from '../model/settings.ts';

/**
 * How many buses, its own included, a hotplug bridge has at least: `pci=hpbussize=N`, 1 where the
 * command line says nothing.
 *
 * Source: `pci_hotplug_bus_size` in `pci_setup()`, drivers/pci/pci.c, and
 * `pci_scan_child_bus_extend()`, drivers/pci/probe.c; since Linux 4.8 (commit e16b46605960).
 */
export function hotplugBusSize({ cmdline }: Settings): number {
  if (cmdline === UNKNOWN) return 1;
  let size = 1;
  for (const [, options = ''] of cmdline.matchAll(/(?:^|\s)pci=(\S+)/g)) {
    const stated = /(?:^|,)hpbussize=(0x[0-9a-f]+|\d+)/i.exec(options)?.[1];
    // Above 255 the kernel takes the parameter for a mistake and leaves the default.
    if (stated !== undefined) size = Number(stated) > 0xff ? 1 : Math.max(1, Number(stated));
  }
  return size;
}

/** Buses that a bridge keeps free beyond those in use, and the least that it has in all. */
export function reserveOf(
  { hotplugReserve }: PciFunction,
  leastOfHotplug: number,
): { readonly extra: number; readonly least: number } {
  if (hotplugReserve === null) return { extra: 0, least: 1 };
  return { extra: Math.max(0, hotplugReserve.buses), least: leastOfHotplug };
}

import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** A function with memory for peers, as choosing sees it. */
export interface Provider {
  readonly id: FunctionId;
  /** Only published memory is found; the rest is private to its driver. */
  readonly published: boolean;
  /** Memory that can be handed out in pieces; a provider of a whole BAR (7.0) may have none. */
  readonly hasPool: boolean;
}

/**
 * The providers that the document shows, in order of enumeration: functions with registered memory,
 * and NVMe controllers with a memory buffer, all of which the driver publishes. A captured dump
 * shows neither; then the list is empty, and whoever asks has to name them.
 *
 * Source: `pci_p2pdma_add_resource()`, `pci_p2pmem_publish()`, drivers/pci/p2pdma.c, and
 * `nvme_map_cmb()`, drivers/nvme/host/pci.c, Linux 4.20 to 7.1.
 */
export function providersOf(machine: Machine): readonly Provider[] {
  return machine.functions.flatMap((fn) => {
    if (fn.p2pMemory.length > 0) {
      const published = fn.p2pMemory.some((memory) => memory.published);
      return [{ id: fn.id, published, hasPool: true }];
    }
    return hasControllerMemory(fn) ? [publishedProvider(fn.id)] : [];
  });
}

/** A provider that somebody names: taken to be published, with a pool. */
export function publishedProvider(id: FunctionId): Provider {
  return { id, published: true, hasPool: true };
}

function hasControllerMemory({ part, driver }: PciFunction): boolean {
  const isBoundElsewhere = driver !== UNKNOWN && driver !== null && driver !== 'nvme';
  return (part?.cmbBytes ?? 0) > 0 && !isBoundElsewhere;
}

import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Conditions } from '../kernel/conditions.ts';

/**
 * Does the kernel get to this function's ACS word at all? Kernels that write it where they find a
 * function always do. From 7.0 on it is written when DMA is configured: an IOMMU has that done for
 * every function, and without one (or with one that is off) only a driver does.
 *
 * Source: `pci_acs_init()`, drivers/pci/pci.c, up to 6.18; `pci_dma_configure()`, 7.0; run on both.
 */
export function acsWordIsWritten({ driver }: PciFunction, { kernel, iommu }: Conditions): Answer {
  if (kernel.value.features.acsMoment === 'found' || iommu.value.requestsAcs) return 'yes';
  if (driver === UNKNOWN) return UNKNOWN;
  return driver === null ? 'no' : 'yes';
}

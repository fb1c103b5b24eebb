import type { IommuHardware } from '../../model/settings.ts';
import type { KernelParameters } from './cmdline/kernelParameters.ts';
import type { Era } from './eras.ts';
import { iommuMode } from './iommuMode.ts';
import { requestsAcs } from './requestsAcs.ts';

/** What becomes of the machine's IOMMU under a kernel and its command line. */
export interface IommuUse {
  readonly hardware: IommuHardware;
  /**
   * - `none`: there is none
   * - `off`: there is one, and the command line keeps it off
   * - `passthrough`: on, and devices get identity mappings
   * - `strict`, `lazy`: on, and addresses are translated; unmapping flushes at once, or in batches
   */
  readonly mode: 'none' | 'off' | 'passthrough' | 'strict' | 'lazy';
  /**
   * Whether `pci_request_acs()` was called, which makes the kernel set ACS bits at boot. True with
   * `passthrough`, too; false without an IOMMU and with one that is off, except for
   * `amd_iommu=off` up to 6.18.
   */
  readonly requestsAcs: boolean;
  /** The mode is what the machine reported or somebody asked for, not what the command line makes of it. */
  readonly isReported?: true;
}

/** How this kernel uses that hardware. */
export function iommuUse(
  hardware: IommuHardware,
  parameters: KernelParameters,
  { features }: Era,
): IommuUse {
  if (hardware === 'none') return { hardware, mode: 'none', requestsAcs: false };
  return {
    hardware,
    mode: iommuMode(hardware, parameters, features),
    requestsAcs: requestsAcs(hardware, parameters, features),
  };
}

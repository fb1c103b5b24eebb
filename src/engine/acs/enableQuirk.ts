import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { INTEL_PCH_PORTS, INTEL_SPT_PORTS } from './quirks/isolationFamilies.ts';

/** Ports on which ACS is switched elsewhere than in the standard control word. */
export type EnableQuirk = 'intel-pch' | 'intel-spt';

/**
 * Which ports have a way of their own to switch ACS on, in place of the standard step: on Intel's 5
 * to 9 series in registers of the chipset, on the 100 and 200 series in the dword at +8. `unknown`
 * where ids or type that decide it are hidden.
 *
 * Source: `pci_dev_specific_enable_acs()` and `pci_dev_specific_disable_acs_redir()`,
 * drivers/pci/quirks.c, Linux 5.4 to 7.1.
 */
export function enableQuirkOf({ type, pciId }: PciFunction): EnableQuirk | 'unknown' | null {
  if (type !== 'root-port' && type !== UNKNOWN) return null;
  if (pciId === UNKNOWN) return UNKNOWN;
  if (pciId.vendor !== INTEL) return null;
  if (pciId.device === UNKNOWN) return UNKNOWN;
  const { device } = pciId;
  const isIn = (ranges: typeof INTEL_PCH_PORTS) =>
    ranges.some(([from, to]) => from <= device && device <= to);
  const found = isIn(INTEL_PCH_PORTS) ? 'intel-pch' : isIn(INTEL_SPT_PORTS) ? 'intel-spt' : null;
  return found !== null && type === UNKNOWN ? UNKNOWN : found;
}

const INTEL = 0x8086;

import { type Answer, either } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';

/** What isolation asks of a function: SV, RR, CR and UF. */
export const REQ_ACS_FLAGS = ACS_BITS.SV | ACS_BITS.RR | ACS_BITS.CR | ACS_BITS.UF;

/**
 * Does this function keep these ACS promises? Ports answer with their registers, where a bit that
 * the port does not implement counts as kept (egress control excepted). A single-function device
 * has nobody beside it to redirect from. What is no PCI Express function, and bridges to
 * conventional PCI, promise nothing. The kernel's table of devices that isolate without the
 * capability is not asked here.
 *
 * Source: `pci_acs_enabled()` and `pci_acs_flags_enabled()`, drivers/pci/pci.c, the same in Linux
 * 5.4 to 7.1.
 */
export function pciAcsEnabled(fn: PciFunction, want: number): Answer {
  switch (fn.type) {
    case UNKNOWN:
      return UNKNOWN;
    case 'conventional':
    case 'conventional-bridge':
    case 'pcie-to-pci':
    case 'pci-to-pcie':
    case 'rcec':
      return 'no';
    case 'root-port':
    case 'downstream':
      return registersEnable(fn, want);
    case 'endpoint':
    case 'legacy-endpoint':
    case 'upstream':
    case 'rciep':
      return either(isSingleFunction(fn), registersEnable(fn, want));
  }
}

/** Virtual functions always count as single functions. */
function isSingleFunction(fn: PciFunction): Answer {
  if (fn.physfn !== null) return 'yes';
  if (fn.multifunction === UNKNOWN) return UNKNOWN;
  return fn.multifunction ? 'no' : 'yes';
}

function registersEnable({ acs }: PciFunction, want: number): Answer {
  if (acs === null) return 'no';
  if (acs === UNKNOWN || acs.capability === UNKNOWN || acs.control === UNKNOWN) return UNKNOWN;
  const asked = want & (acs.capability | ACS_BITS.EC);
  return (acs.control & asked) === asked ? 'yes' : 'no';
}

import { type Answer, either } from '../../base/answer.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { AcsContext } from './acsContext.ts';
import { pciDevSpecificAcsEnabled } from './pciDevSpecificAcsEnabled.ts';
import { registersEnable } from './registersEnable.ts';
import { usableCapability } from './usableCapability.ts';

/**
 * Does this function keep these ACS promises? The kernel's table of particular devices is asked
 * first. Else ports answer with their registers, where a bit that the port does not implement
 * counts as kept (egress control excepted). A single-function device has nobody beside it to
 * redirect from. What is no PCI Express function, and bridges to conventional PCI, promise nothing.
 *
 * Where a hidden id or type leaves open which rule applies, the answer is known only if all that
 * may apply agree. Source: `pci_acs_enabled()`, drivers/pci/pci.c, the same in Linux 5.4 to 7.1.
 */
export function pciAcsEnabled(fn: PciFunction, want: number, context: AcsContext): Answer {
  const specific = pciDevSpecificAcsEnabled(fn, want, context);
  const isSettled = specific.at(-1)?.applies === 'yes';
  const possible = new Set(specific.map(({ answer }) => answer));
  if (!isSettled) possible.add(standardAnswer(fn, want, context));
  const [only, ...others] = possible;
  return only === undefined || others.length > 0 ? UNKNOWN : only;
}

function standardAnswer(fn: PciFunction, want: number, context: AcsContext): Answer {
  switch (whatAnswers(fn)) {
    case UNKNOWN:
      return UNKNOWN;
    case 'nothing':
      return 'no';
    case 'registers':
      return byRegisters(fn, want, context);
    case 'registers-in-company':
      return either(isSingleFunction(fn), byRegisters(fn, want, context));
  }
}

/** By its type: nothing answers for it, its registers do, or they do if it has functions beside it. */
export function whatAnswers({
  type,
}: PciFunction): OrUnknown<'nothing' | 'registers' | 'registers-in-company'> {
  switch (type) {
    case UNKNOWN:
      return UNKNOWN;
    case 'conventional':
    case 'conventional-bridge':
    case 'pcie-to-pci':
    case 'pci-to-pcie':
    case 'rcec':
      return 'nothing';
    case 'root-port':
    case 'downstream':
      return 'registers';
    case 'endpoint':
    case 'legacy-endpoint':
    case 'upstream':
    case 'rciep':
      return 'registers-in-company';
  }
}

/** Virtual functions always count as single functions. */
export function isSingleFunction(fn: PciFunction): Answer {
  if (fn.physfn !== null) return 'yes';
  if (fn.multifunction === UNKNOWN) return UNKNOWN;
  return fn.multifunction ? 'no' : 'yes';
}

function byRegisters(fn: PciFunction, want: number, context: AcsContext): Answer {
  const { acs } = fn;
  if (acs === null) return 'no';
  if (acs === UNKNOWN) return UNKNOWN;
  const { brokenSourceValidation = 'set' } = context;
  return registersEnable(usableCapability(fn, brokenSourceValidation), acs.control, want);
}

import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { AcsContext } from '../acs/acsContext.ts';
import { REQ_ACS_FLAGS } from '../acs/acsMasks.ts';
import { pciAcsEnabled } from '../acs/pciAcsEnabled.ts';
import type { Conditions } from '../kernel/conditions.ts';

/**
 * What a function most likely answers where the input hides what decides; `unknown` where nothing
 * can be concluded. Two things can:
 *
 * - A capability that is there while its words are hidden: groups are given at boot, and by then a
 *   kernel whose IOMMU is in use has set each of SV, RR, CR and UF that the capability has. Not where
 *   the command line edits ACS words, and not in the series that clear them again behind switches.
 * - A function 0 with nobody beside it: it is taken as the only one. (The bit that says so is in
 *   the header, which only a hexadecimal dump shows.)
 *
 * Source: `pci_enable_acs()`, drivers/pci/pci.c, Linux 4.20 to 7.1; the bit is bit 7 of the header
 * type (PCI local bus specification 3.0, 6.2.1).
 */
export function hiddenIsolation(
  fn: PciFunction,
  isAlone: boolean,
  conditions: Conditions,
  context: AcsContext,
): Answer {
  const single = fn.multifunction === UNKNOWN && isAlone ? { ...fn, multifunction: false } : fn;
  return pciAcsEnabled(setsAtBoot(conditions) ? booted(single) : single, REQ_ACS_FLAGS, context);
}

function setsAtBoot({ iommu, cmdline, kernel }: Conditions): boolean {
  const { disableAcsRedir, configAcs } = cmdline.value;
  return (
    iommu.value.requestsAcs &&
    kernel.value.features.acsAtBoot === 'request' &&
    disableAcsRedir === null &&
    configAcs === null
  );
}

function booted(fn: PciFunction): PciFunction {
  const { acs } = fn;
  if (acs === null || acs === UNKNOWN) return fn;
  const set = (word: typeof acs.control) => (word === UNKNOWN ? REQ_ACS_FLAGS : word);
  return { ...fn, acs: { ...acs, control: set(acs.control), dwordAt8: set(acs.dwordAt8) } };
}

import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Conditions } from '../kernel/conditions.ts';

/** Can a function send requests with an address that it had translated before (ATS)? */
export interface AtsAnswer {
  readonly answer: Answer;
  /** Why not, or why it is not known; empty with a yes. */
  readonly text: string;
}

/**
 * Translated requests need ATS: the capability in the device, switched on by an IOMMU that is in use,
 * which Linux does for trusted devices unless `pci=noats` forbids it.
 *
 * Source: pci_enable_ats() and pci_ats_supported(), drivers/pci/ats.c, Linux 5.10 to 7.1; PCI Express
 * base specification 10.1.
 */
export function mayTranslate(fn: PciFunction, { cmdline, iommu }: Conditions): AtsAnswer {
  const { mode } = iommu.value;
  if (fn.ats === null)
    return { answer: 'no', text: 'It has no ATS capability: it sends no translated requests.' };
  if (cmdline.value.noats)
    return { answer: 'no', text: 'ATS is off (pci=noats): it sends no translated requests.' };
  if (mode === 'none' || mode === 'off') {
    return {
      answer: 'no',
      text: 'No IOMMU is in use: there is nobody to translate addresses for it.',
    };
  }
  if (fn.untrusted === true) {
    return { answer: 'no', text: 'Linux does not switch ATS on for a device that it distrusts.' };
  }
  if (fn.ats === UNKNOWN || fn.ats.enabled === UNKNOWN) {
    return { answer: 'unknown', text: 'The input does not show whether its ATS is on.' };
  }
  return fn.ats.enabled
    ? { answer: 'yes', text: '' }
    : { answer: 'no', text: 'Its ATS is off: it sends no translated requests.' };
}

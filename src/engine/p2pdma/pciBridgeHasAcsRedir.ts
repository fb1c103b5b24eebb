import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_REDIRECT_BITS } from '../acs/acsMasks.ts';

/**
 * Does this function redirect, in the eyes of p2pdma? It asks the raw ACS control word of any
 * function, bridge or not: RR, CR or EC set. Source validation, translation blocking, upstream
 * forwarding and direct translated do not count; no quirk and no capability bit is looked at; a
 * function without the capability does not redirect.
 *
 * Source: `pci_bridge_has_acs_redir()`, drivers/pci/p2pdma.c, Linux 4.20 to 7.1.
 */
export function pciBridgeHasAcsRedir(fn: PciFunction): Answer {
  if (fn.acs === null) return 'no';
  if (fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return 'unknown';
  return (fn.acs.control & ACS_REDIRECT_BITS) === 0 ? 'no' : 'yes';
}

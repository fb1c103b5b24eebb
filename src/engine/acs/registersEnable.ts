import type { Answer } from '../../base/answer.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { ACS_BITS } from '../../model/registers.ts';

/**
 * Do these registers keep the promises asked for? A bit that the capability does not have counts
 * as kept, egress control excepted.
 *
 * Source: `pci_acs_flags_enabled()`, drivers/pci/pci.c, Linux 5.4 to 7.1.
 */
export function registersEnable(
  capability: OrUnknown<number>,
  control: OrUnknown<number>,
  want: number,
): Answer {
  if (want === 0) return 'yes';
  if (control === UNKNOWN) {
    // Nothing that is asked for is there to be switched: nothing hidden matters.
    const asked = capability === UNKNOWN ? want : want & (capability | ACS_BITS.EC);
    return asked === 0 ? 'yes' : UNKNOWN;
  }
  if ((control & want) === want) return 'yes';
  if (capability === UNKNOWN) return (want & ACS_BITS.EC & ~control) === 0 ? UNKNOWN : 'no';
  const asked = want & (capability | ACS_BITS.EC);
  return (control & asked) === asked ? 'yes' : 'no';
}

import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { ACS_REDIRECT_BITS } from './acsMasks.ts';

/** A control word on its way: what the firmware left, and what is to be written. */
export interface AcsWordPair {
  readonly firmware: OrUnknown<number>;
  readonly control: OrUnknown<number>;
}

const ALL_BITS = 0xffff;

/**
 * The control word of a function that `pci=disable_acs_redir=` names.
 *
 * - `clears`: RR, CR and EC go, whatever else the kernel set stays.
 * - `restores-firmware` (a mistake): RR, CR and EC become what the firmware had, every other bit
 *   is written as 1.
 * - `from-firmware`: the firmware's word without the three; what the kernel set by itself is lost.
 *
 * What the register keeps of it is another rule (`hardwareKeeps`). Source:
 * `pci_disable_acs_redir()`, drivers/pci/pci.c, Linux 4.19 to 6.10; `__pci_config_acs()`, 6.11 to 7.1; run on 5.4 to 7.0.
 */
export function disableAcsRedir(
  how: KernelFeatures['disableAcsRedir'],
  { firmware, control }: AcsWordPair,
): OrUnknown<number> {
  switch (how) {
    case 'absent':
      return control;
    case 'clears':
      return control === UNKNOWN ? UNKNOWN : control & ~ACS_REDIRECT_BITS;
    case 'restores-firmware':
      if (firmware === UNKNOWN) return UNKNOWN;
      return (firmware & ACS_REDIRECT_BITS) | (ALL_BITS & ~ACS_REDIRECT_BITS);
    case 'from-firmware':
      return firmware === UNKNOWN ? UNKNOWN : firmware & ~ACS_REDIRECT_BITS;
  }
}

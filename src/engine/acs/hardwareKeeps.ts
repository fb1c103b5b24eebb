import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { ACS_CONTROL_BITS } from './acsMasks.ts';

/**
 * What a control register keeps of what is written: bits that the capability does not have stay 0.
 * The kernel does not look (`pci=config_acs=`, and the early forms of both parameters, write such
 * bits, and its log tells what was written). What the firmware left was there and can stay.
 *
 * Source: PCI Express base specification 7.7.11.3 (bits without their capability bit are hardwired
 * to 0); seen in all runs of `config_acs`: 0x002d written, 0x000d kept where EC is missing.
 */
export function hardwareKeeps(
  written: OrUnknown<number>,
  firmware: OrUnknown<number>,
  capability: OrUnknown<number>,
): OrUnknown<number> {
  if (written === UNKNOWN) return UNKNOWN;
  const had = firmware === UNKNOWN ? 0 : firmware;
  if (capability === UNKNOWN) return (written & ~had) === 0 ? written : UNKNOWN;
  return written & ((capability & ACS_CONTROL_BITS) | had);
}

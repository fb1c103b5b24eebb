import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';

const REDIRECTING: readonly AcsBit[] = ['RR', 'CR', 'EC'];

/** Which of RR, CR and EC are set; none where the word is hidden. */
export function redirectingBits({ acs }: PciFunction): readonly AcsBit[] {
  if (acs === null || acs === UNKNOWN || acs.control === UNKNOWN) return [];
  const { control } = acs;
  return REDIRECTING.filter((bit) => (control & ACS_BITS[bit]) !== 0);
}

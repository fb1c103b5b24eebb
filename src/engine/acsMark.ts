import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../model/registers.ts';
import { pciBridgeHasAcsRedir } from './p2pdma/pciBridgeHasAcsRedir.ts';

const REDIRECTING: readonly AcsBit[] = ['RR', 'CR', 'EC'];

/**
 * The ACS bits by which a port turns its peers' traffic away, as letters: `RR CR`. `?` when the
 * input does not show them, nothing when there are none.
 */
export function acsMark(fn: PciFunction): string {
  switch (pciBridgeHasAcsRedir(fn)) {
    case 'no':
      return '';
    case 'unknown':
      return '?';
    case 'yes': {
      const control = fn.acs === null || fn.acs === UNKNOWN ? UNKNOWN : fn.acs.control;
      if (control === UNKNOWN) return '?';
      return REDIRECTING.filter((bit) => (control & ACS_BITS[bit]) !== 0).join(' ');
    }
  }
}

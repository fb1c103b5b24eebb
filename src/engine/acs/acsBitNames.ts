import { hex } from '../../base/hex.ts';
import type { OrUnknown } from '../../base/unknown.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';

const NAMES = Object.keys(ACS_BITS) as AcsBit[];

/** "SV, RR, CR and UF"; `null` without any of the seven. */
export function acsBitNames(mask: number, join: 'and' | 'or' = 'and'): string | null {
  const names = NAMES.filter((name) => (mask & ACS_BITS[name]) !== 0);
  const last = names.at(-1);
  if (last === undefined) return null;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${join} ${last}`;
}

/** A control word as the kernel's log writes it, `0x001d`; `unknown` where it is hidden. */
export function acsWordText(word: OrUnknown<number>): string {
  return word === UNKNOWN ? UNKNOWN : `0x${hex(word, 4)}`;
}

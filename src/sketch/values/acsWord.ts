import { hex } from '../../base/hex.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import type { Codec } from './codec.ts';

const NAMED = Object.entries(ACS_BITS) as readonly (readonly [AcsBit, number])[];
const ALL = NAMED.reduce((word, [, bit]) => word | bit, 0);

/**
 * An ACS word as names of its bits, `-` when none is set; a word with bits without a name (the size
 * of an egress vector) as a hexadecimal number.
 */
export const ACS_WORD: Codec<number> = {
  read: (text) => {
    if (text === '-' || text.toLowerCase() === 'none') return 0;
    if (/^(?:0x[0-9a-f]{1,4}|[0-9a-f]{4})$/i.test(text)) return Number.parseInt(text, 16);
    let word = 0;
    for (const name of text.split(',')) {
      const bit = NAMED.find(([each]) => each === name.toUpperCase());
      if (!bit) return undefined;
      word |= bit[1];
    }
    return word;
  },
  write: (word) => {
    if ((word & ~ALL) !== 0) return `0x${hex(word, 4)}`;
    if (word === 0) return '-';
    return NAMED.filter(([, bit]) => (word & bit) !== 0)
      .map(([name]) => name)
      .join(',');
  },
  expected:
    'bits such as SV,RR,CR,UF (of SV, TB, RR, CR, UF, EC, DT), - for none set, or a word such as 0x001d',
  values: ['SV,RR,CR,UF', 'SV', 'SV,UF', 'SV,TB,RR,CR,UF', '-'],
};

/** Words of 32 bits, hexadecimal. */
export const EGRESS_VECTOR: Codec<readonly number[]> = {
  read: (text) => {
    const words = text.split(',');
    if (words.length > 8 || !words.every((word) => /^0x[0-9a-f]{1,8}$/i.test(word))) {
      return undefined;
    }
    return words.map((word) => Number.parseInt(word, 16));
  },
  write: (words) => words.map((word) => `0x${hex(word, 8)}`).join(','),
  expected: 'up to eight words such as 0x0000000f',
  values: [],
};

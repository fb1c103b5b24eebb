import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';

const LONGEST = 48;

/** What a dump called a function, for the comment behind its line; `null`: nothing, or it has a name of its own. */
export function printedName({ label, names }: PciFunction): string | null {
  const { vendor, device } = names;
  if (label !== null || device === null || device === '' || device === 'Device') return null;
  const whole = shortTitle([vendor, device].filter((part) => part !== null).join(' '));
  const plain = whole.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
}

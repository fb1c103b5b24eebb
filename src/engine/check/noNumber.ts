import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { counted, listed } from './words.ts';

/**
 * Functions that numbering left without an address: their bus, or the device, has no number free.
 * What nobody numbered yet says nothing.
 */
export function noNumber(look: Look): readonly Finding[] {
  const { functions } = look.machine;
  if (!look.isDrawn || functions.every(({ address }) => address === null)) return [];
  const left = functions.filter(({ address, parent }) => address === null && parent !== 'unknown');
  if (left.length === 0) return [];
  const verb = left.length === 1 ? 'has' : 'have';
  return [
    {
      severity: 'error',
      text: `${counted(left.length, 'function')} ${verb} no number: ${listed(left.map(look.name))}.`,
      hint: 'A bus has 32 devices, a device 8 functions (256 with ARI), a segment 256 buses.',
      parts: left.map(({ id }) => id),
    },
  ];
}

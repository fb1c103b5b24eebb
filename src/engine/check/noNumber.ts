import { UNKNOWN } from '../../base/unknown.ts';
import type { Finding } from './check.ts';
import { hostOf } from './hostOf.ts';
import type { Look } from './look.ts';
import { hostsWithTakenBus } from './sameAddress.ts';
import { counted, listed } from './words.ts';

/**
 * Functions that numbering left without an address: their bus, or the device, has no number free.
 * What nobody numbered yet says nothing.
 */
export function noNumber(look: Look): readonly Finding[] {
  const { functions } = look.machine;
  if (!look.isDrawn || functions.every(({ address }) => address === null)) return [];
  // Two host bridges with one root bus are told as such.
  const clashing = new Set(hostsWithTakenBus(look.machine).map(({ host }) => host.id));
  const left = functions.filter((fn) => {
    if (fn.address !== null || fn.parent === UNKNOWN) return false;
    const host = hostOf(look, fn);
    return host === null || !clashing.has(host);
  });
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

import type { Machine } from './machine.ts';

/**
 * Does a capture look like a part of its machine (a few functions picked with `lspci -s`)? Every
 * whole machine shows a function 00.0 on bus 00 of its first domain; one that has none there was
 * cut, and what is first on a bus, or absent from it, cannot be trusted.
 */
export function isPartialCapture(machine: Machine): boolean {
  if (machine.origin !== 'captured') return false;
  let lowestDomain = Number.MAX_SAFE_INTEGER;
  for (const { address } of machine.functions) {
    if (address && address.domain < lowestDomain) lowestDomain = address.domain;
  }
  return !machine.functions.some(
    ({ address }) =>
      address?.domain === lowestDomain &&
      address.bus === 0 &&
      address.device === 0 &&
      address.function === 0,
  );
}

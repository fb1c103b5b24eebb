import type { Machine } from '../model/machine.ts';
import { placeCaptured } from './placeCaptured.ts';
import { placeDrawn } from './placeDrawn.ts';
import type { Settled } from './settled.ts';

/**
 * Gives BARs their addresses and bridges their windows, as firmware and kernel do. Never throws; the
 * same machine again changes nothing. A drawn machine is placed anew; a captured one keeps every
 * address and window that still holds.
 *
 * @param machine with its buses and functions numbered
 * @param before as it was before it was numbered: what had no number then is new or was moved
 */
export function placeAddresses(machine: Machine, before: Machine = machine): Settled {
  return machine.origin === 'drawn' ? placeDrawn(machine) : placeCaptured(machine, before);
}

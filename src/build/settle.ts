import type { Machine } from '../model/machine.ts';
import { numberMachine } from './numberMachine.ts';
import { placeAddresses } from './placeAddresses.ts';
import type { Settled } from './settled.ts';

export type { Settled } from './settled.ts';

/**
 * Numbers buses and functions, then places BARs: what firmware and kernel do when a machine starts.
 * A drawn machine is numbered afresh each time, hand-set numbers apart; a captured one keeps every
 * number and address that still holds, so that only what must change does. The same machine again
 * changes nothing.
 */
export function settle(machine: Machine): Settled {
  const numbered = numberMachine(machine);
  const placed = placeAddresses(numbered.machine, machine);
  return { machine: placed.machine, problems: [...numbered.problems, ...placed.problems] };
}

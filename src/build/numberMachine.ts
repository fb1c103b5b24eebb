import type { Problem } from '../base/problem.ts';
import type { Machine } from '../model/machine.ts';
import { numberCaptured } from './numberCaptured.ts';
import { numberDrawn } from './numberDrawn.ts';
import type { Settled } from './settled.ts';

/** A document that contradicts itself shows more of that when a part of it is put right. */
const MOST_ROUNDS = 8;

/**
 * Gives every function of a machine its address and every bridge its bus numbers, as firmware and
 * kernel do when a machine starts. A drawn machine is numbered afresh each time, hand-set numbers
 * apart; a captured one keeps every number that still holds (one that came as text has none yet). The
 * same machine again changes nothing.
 */
export function numberMachine(machine: Machine): Settled {
  const isNumbered = machine.functions.some((fn) => fn.address !== null);
  if (machine.origin === 'drawn') return numberDrawn(machine);
  return untilItHolds(isNumbered ? numberCaptured(machine) : numberDrawn(machine), machine);
}

function untilItHolds(first: Settled, machine: Machine): Settled {
  let settled = first;
  const problems: Problem[] = [...first.problems];
  for (let round = 1; round < MOST_ROUNDS && settled.machine !== machine; round++) {
    const next = numberCaptured(settled.machine);
    if (next.machine === settled.machine) break;
    problems.push(...next.problems);
    settled = next;
  }
  return { machine: settled.machine, problems };
}

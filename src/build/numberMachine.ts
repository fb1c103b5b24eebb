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
  if (machine.origin === 'drawn') return numberDrawn(machine);
  let settled = numberOnce(machine);
  const problems: Problem[] = [...settled.problems];
  let before = machine;
  for (let round = 1; round < MOST_ROUNDS && settled.machine !== before; round++) {
    before = settled.machine;
    const next = numberOnce(before);
    if (next.machine !== before) problems.push(...next.problems);
    settled = next;
  }
  return { machine: settled.machine, problems };
}

/** Captured, and perhaps left without a single number by the round before. */
function numberOnce(machine: Machine): Settled {
  const isNumbered = machine.functions.some((fn) => fn.address !== null);
  return isNumbered ? numberCaptured(machine) : numberDrawn(machine);
}

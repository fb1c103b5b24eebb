import { type Problem, problemWarning } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import { validate } from '../../model/validate.ts';
import { pciBridgeHasAcsRedir } from '../p2pdma/pciBridgeHasAcsRedir.ts';
import { degradedLinks } from './degradedLinks.ts';

/** What looks wrong or stays in the dark on a machine, beyond what reading it already told. */
export function checkMachine(machine: Machine): readonly Problem[] {
  return [
    ...validate(machine),
    ...degradedLinks(machine),
    ...hiddenAcs(machine),
    ...hiddenParents(machine),
  ];
}

function hiddenAcs(machine: Machine): readonly Problem[] {
  const hidden = machine.functions.filter((fn) => pciBridgeHasAcsRedir(fn) === 'unknown');
  const [first] = hidden;
  if (!first) return [];
  return [
    problemWarning(`The input does not show the ACS words of ${functions(hidden.length)}.`, {
      where: first.id,
      hint: 'Run lspci as root with -vvv or -xxxx: sudo lspci -vvvnnxxxx.',
    }),
  ];
}

function hiddenParents(machine: Machine): readonly Problem[] {
  const hidden = machine.functions.filter((fn) => fn.parent === UNKNOWN);
  const [first] = hidden;
  if (!first) return [];
  return [
    problemWarning(`The input does not show which bridge is above ${functions(hidden.length)}.`, {
      where: first.id,
      hint: 'Take the dump of the whole machine, with -v or -x at least.',
    }),
  ];
}

function functions(count: number): string {
  return count === 1 ? '1 function' : `${count} functions`;
}

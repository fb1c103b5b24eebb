import { type Problem, problemWarning } from '../../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { validate } from '../../model/validate.ts';
import { pciBridgeHasAcsRedir } from '../p2pdma/pciBridgeHasAcsRedir.ts';

/** What looks wrong or stays in the dark on a machine, beyond what reading it already told. */
export function checkMachine(machine: Machine): readonly Problem[] {
  return [
    ...validate(machine),
    ...machine.functions.flatMap(degradedLink),
    ...hiddenAcs(machine),
    ...hiddenParents(machine),
  ];
}

/** A link that trained below what this end can do. Idle GPUs lower their rate on purpose. */
function degradedLink(fn: PciFunction): readonly Problem[] {
  if (fn.pcie === null || fn.pcie === UNKNOWN) return [];
  const { link } = fn.pcie;
  if (link === null || link === UNKNOWN) return [];
  const can = stateOf(link.capable);
  const has = stateOf(link.current);
  if (!can || !has || has.width === 0) return [];
  const narrower = has.width < can.width;
  const slower = has.gts < can.gts;
  if (!narrower && !slower) return [];
  return [
    problemWarning(
      `The link runs at ${has.gts} GT/s x${has.width}; this end can do ${can.gts} GT/s x${can.width}.`,
      {
        where: fn.id,
        hint: narrower
          ? 'Look at the other end, the slot and its bifurcation.'
          : 'Some devices slow down while idle; look again under load, and at the other end.',
      },
    ),
  ];
}

function stateOf(
  state: OrUnknown<LinkState>,
): { readonly gts: number; readonly width: number } | null {
  if (state === UNKNOWN || state.gts === UNKNOWN || state.width === UNKNOWN) return null;
  return { gts: state.gts, width: state.width };
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

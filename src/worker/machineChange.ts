import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/**
 * A machine as what sets it apart from the one told before. Cloning thousands of functions blocks
 * the page for a tenth of a second; an edit touches few of them.
 */
export interface MachineChange {
  readonly kind: 'change';
  /** Everything but the functions, which are nearly all of a machine. */
  readonly rest: Omit<Machine, 'functions'>;
  readonly functions: readonly (readonly [place: number, fn: PciFunction])[];
}

/** How to tell `after` to somebody who holds `before`: edits keep what they do not touch. */
export function tellMachine(before: Machine | null, after: Machine): Machine | MachineChange {
  if (before?.functions.length !== after.functions.length) return after;
  const { functions, ...rest } = after;
  const changed = functions
    .map((fn, place) => [place, fn] as const)
    .filter(([place, fn]) => fn !== before.functions[place]);
  return { kind: 'change', rest, functions: changed };
}

/** The machine that was told, by whoever held `before` then. */
export function toldMachine(before: Machine | null, told: Machine | MachineChange): Machine {
  if (!('kind' in told)) return told;
  if (before === null) throw new Error('a change of a machine that was never told');
  const functions = [...before.functions];
  for (const [place, fn] of told.functions) functions[place] = fn;
  return { ...told.rest, functions };
}

import type { Machine } from '../../model/machine.ts';

const known = new WeakMap<Machine, boolean>();

/** Are all functions in one domain? Then it need not stand in every line. */
export function isOneDomain(machine: Machine): boolean {
  let isOne = known.get(machine);
  if (isOne === undefined) {
    const domains = new Set(machine.functions.map(({ address }) => address?.domain));
    isOne = domains.size <= 1;
    known.set(machine, isOne);
  }
  return isOne;
}

import { problemError } from '../../base/problem.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';
import { deviceOf, familyOf, functionOf, isPort } from './family.ts';

/** Puts a device into a slot or takes it out; a port feeds the slot from then on, or no longer. */
export const slotOf: ChangeKind<'slot-of'> = {
  refuse: (machine, { function: id, slot }) => {
    const fn = machine.functions.find((each) => each.id === id);
    if (!fn) return problemError(`There is no part ${id}.`, { where: id });
    if (slot !== null && !machine.slots.some((each) => each.id === slot)) {
      return problemError(`There is no slot ${slot}.`, { where: fn.id });
    }
    if (fn.physfn === null) return null;
    return problemError(`${partName(fn)} is a virtual function: it sits where its card sits.`, {
      where: fn.id,
    });
  },
  apply: (machine, { function: id, slot }) => {
    const family = familyOf(machine);
    const fn = functionOf(family, id);
    if (isPort(fn)) {
      return {
        ...machine,
        slots: machine.slots.map((each) => {
          const others = each.ports.filter((port) => port !== id);
          return { ...each, ports: each.id === slot ? [...others, id] : others };
        }),
      };
    }
    const device = new Set(deviceOf(family, fn).map((each) => each.id));
    return {
      ...machine,
      functions: machine.functions.map((each) =>
        device.has(each.id) || (each.physfn !== null && device.has(each.physfn))
          ? { ...each, slot }
          : each,
      ),
    };
  },
};

import { problemError } from '../../base/problem.ts';
import type { ChangeKind } from './changeKind.ts';
import { familyOf } from './family.ts';

/** Says which driver is bound to functions; what else is known of them stays. */
export const driver: ChangeKind<'driver'> = {
  refuse: (machine, { functions, driver: name }) => {
    const { byId } = familyOf(machine);
    const missing = functions.find((id) => !byId.has(id));
    if (missing !== undefined) {
      return problemError(`There is no part ${missing}.`, { where: missing });
    }
    if (name !== null && !/^\S{1,64}$/.test(name)) {
      return problemError('The name of a driver is one word.', {
        hint: 'Write it as lspci prints it, such as vfio-pci.',
      });
    }
    return null;
  },
  apply: (machine, { functions, driver: name }) => {
    const bound = new Set(functions);
    return {
      ...machine,
      functions: machine.functions.map((fn) =>
        bound.has(fn.id) && fn.driver !== name ? { ...fn, driver: name } : fn,
      ),
    };
  },
};

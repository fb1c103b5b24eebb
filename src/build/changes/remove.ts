import { problemError } from '../../base/problem.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';
import { deviceOf, familyOf, functionOf, householdOf } from './family.ts';
import { leftPort } from './leftPort.ts';
import { withoutParts } from './withoutParts.ts';

/** Takes a device out with everything below it; see `withoutParts()` for what goes with it. */
export const remove: ChangeKind<'remove'> = {
  refuse: (machine, { device }) => {
    const family = familyOf(machine);
    const fn = family.byId.get(device);
    if (!fn) return problemError(`There is no part ${device}.`, { where: device });
    if (fn.physfn === null) return null;
    const owner = family.byId.get(fn.physfn);
    return problemError(`${partName(fn)} is a virtual function; it cannot be removed alone.`, {
      where: fn.id,
      hint: `Remove ${owner ? partName(owner) : fn.physfn}, which it belongs to.`,
    });
  },
  apply: (machine, { device }) => {
    const family = familyOf(machine);
    const functions = deviceOf(family, functionOf(family, device));
    const gone = householdOf(machine, family, functions);
    return leftPort(withoutParts(machine, gone), functions);
  },
};

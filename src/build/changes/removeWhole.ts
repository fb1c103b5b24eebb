import { problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { partName } from '../partName.ts';
import { hostName } from '../wholeName.ts';
import type { ChangeKind } from './changeKind.ts';
import { familyOf } from './family.ts';
import { wholeHolding } from './holding.ts';
import { withoutParts } from './withoutParts.ts';

/**
 * Takes a host bridge out with everything on it, a socket with its host bridges and links, or a slot
 * alone: devices in it then sit in none. What goes with them, `withoutParts()` says.
 */
export const removeWhole: ChangeKind<'remove-whole'> = {
  refuse: (machine, { whole }) => {
    const isThere = [machine.hostBridges, machine.sockets, machine.slots].some((wholes) =>
      wholes.some(({ id }) => id === whole),
    );
    if (!isThere) return problemError(`There is no part ${whole}.`, { where: whole });
    const host = machine.hostBridges.find(({ id }) => id === whole);
    if (!host || host.vmdFunction === null || host.vmdFunction === UNKNOWN) return null;
    const vmd = familyOf(machine).byId.get(host.vmdFunction);
    if (!vmd) return null;
    return problemError(`${partName(vmd)} holds ${hostName(host)}, which goes with it.`, {
      where: host.id,
      hint: `Remove ${partName(vmd)}.`,
    });
  },
  apply: (machine, { whole }) => withoutParts(machine, wholeHolding(machine, whole)),
};

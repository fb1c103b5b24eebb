import { type Problem, problemError } from '../../base/problem.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Change } from '../change.ts';
import { lockedBy } from '../locked.ts';
import { atStart, nameOf } from '../wholeName.ts';
import { devicesUnder } from './devicesUnder.ts';
import { deviceOf, familyOf, householdOf } from './family.ts';
import { holdingOf } from './holding.ts';

type PartId = FunctionId | HostBridgeId | SocketId | SlotId;

/** Why a change of the structure cannot be made: a part that it changes is locked, or one above it. */
export function lockRefusal(machine: Machine, change: Change): Problem | null {
  // Nearly no machine has locks, and what a change touches takes a walk.
  if (!machine.placements.some(({ locked }) => locked)) return null;
  return lockOn(machine, touchedBy(machine, change));
}

/** The same for parts that are known. */
export function lockOn(machine: Machine, parts: Iterable<PartId>): Problem | null {
  const lockOf = lockedBy(machine);
  for (const part of parts) {
    const lock = lockOf(part);
    if (lock === null) continue;
    return problemError(`${atStart(nameOf(machine, lock))} is locked.`, {
      where: lock,
      hint: 'Unlock it first.',
    });
  }
  return null;
}

/** Parts whose place or makings a change changes. Settings and drivers are nobody's structure. */
function touchedBy(machine: Machine, change: Change): Iterable<PartId> {
  switch (change.kind) {
    case 'cpu':
    case 'driver':
      return [];
    case 'move':
      return [...functionsOf(machine, change.device), change.to.id];
    case 'remove':
      return wholeOf(machine, change.device);
    case 'add':
    case 'add-slot':
      return [change.to.id];
    case 'add-host':
      return change.socket === null ? [] : [change.socket];
    case 'link':
      return [change.port];
    case 'bifurcate':
    case 'slot':
      return [change.slot];
    case 'slot-of':
      return [...functionsOf(machine, change.function), ...(change.slot ? [change.slot] : [])];
    case 'fix-address':
    case 'resize-bar':
      return [change.function];
    case 'host-window':
      return [change.host];
    case 'remove-whole':
      return holdingOf(machine, change.whole);
    case 'splice-in':
      return functionsOf(machine, change.above);
    case 'splice-out':
      return [
        ...functionsOf(machine, change.bridge),
        ...devicesUnder(machine, change.bridge).flatMap((device) => device.map(({ id }) => id)),
      ];
    case 'replace':
      return functionsOf(machine, change.device);
    case 'insert':
      return change.to === null ? [] : [typeof change.to === 'string' ? change.to : change.to.id];
  }
}

/** The functions of the device that a function belongs to; none where there is no such function. */
function functionsOf(machine: Machine, id: FunctionId): readonly FunctionId[] {
  const family = familyOf(machine);
  const fn = family.byId.get(id);
  return fn ? [fn.id, ...deviceOf(family, fn).map((each) => each.id)] : [];
}

function wholeOf(machine: Machine, id: FunctionId): readonly PartId[] {
  const family = familyOf(machine);
  const fn = family.byId.get(id);
  if (!fn) return [];
  const { functions, hosts } = householdOf(machine, family, deviceOf(family, fn));
  return [...functions, ...hosts];
}

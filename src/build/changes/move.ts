import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { partName } from '../partName.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import {
  deviceOf,
  type Family,
  familyOf,
  functionOf,
  type Household,
  householdOf,
  isPort,
  sameParent,
} from './family.ts';
import { freeIds } from './freeIds.ts';
import { insertBelow } from './insertBelow.ts';
import { isProblem } from './isProblem.ts';
import { joinOf, type Landing, landingOf } from './landing.ts';
import { leftPort } from './leftPort.ts';
import { idlePort, pluggedInto, portInUse } from './links.ts';
import { madePort } from './madePort.ts';
import { noPortLeft } from './portsLeft.ts';
import { unnumbered } from './unnumbered.ts';

interface Plan {
  readonly device: readonly PciFunction[];
  readonly household: Household;
  readonly landing: Landing;
}

/**
 * Plugs a device in elsewhere. What moves loses its numbers, keeps its ids, names and everything
 * that was said of it; its link trains anew, and it is in no slot until the new port's is known.
 */
export const move: ChangeKind<'move'> = {
  refuse: (machine, change) => {
    const plan = planOf(machine, familyOf(machine), change);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, change) => {
    const family = familyOf(machine);
    const plan = planOf(machine, family, change);
    if (isProblem(plan)) throw new RangeError(plan.text);
    return moved(machine, family, plan);
  },
};

function planOf(machine: Machine, family: Family, change: ChangeOf<'move'>): Plan | Problem {
  const fn = family.byId.get(change.device);
  if (!fn) return problemError(`There is no part ${change.device}.`, { where: change.device });
  const name = partName(fn);
  const refuse = (text: string, hint: string) => problemError(text, { where: fn.id, hint });
  if (fn.physfn !== null) {
    return refuse(
      `${name} is a virtual function; it cannot be moved alone.`,
      `Move ${ownerName(family, fn.physfn)}, which it belongs to.`,
    );
  }
  const join = joinOf(fn);
  if (join === null) {
    const whole = fn.type === 'root-port' ? 'a root complex' : 'a switch';
    return refuse(
      `${name} is a port of ${whole}; it cannot be moved alone.`,
      'Move what is below it.',
    );
  }
  const device = deviceOf(family, fn);
  const household = householdOf(machine, family, device);
  const isInside =
    change.to.kind === 'function'
      ? household.functions.has(change.to.id)
      : household.hosts.has(change.to.id);
  if (isInside) {
    return refuse(`${name} cannot be moved below itself.`, 'Choose a place outside of it.');
  }
  if (sameParent(fn.parent, change.to)) {
    return refuse(`${name} is there already.`, 'Choose another place.');
  }
  const landing = landingOf(machine, family, join, change.to, new Set(device.map(({ id }) => id)));
  if (isProblem(landing)) return landing;
  if (landing.kind === 'place' && sameParent(fn.parent, landing.to)) {
    return refuse(`${name} is there already.`, 'Choose another place.');
  }
  const full = landing.kind === 'new-port' ? noPortLeft(family, landing.beside) : null;
  return full ?? { device, household, landing };
}

function ownerName(family: Family, id: FunctionId): string {
  const owner = family.byId.get(id);
  return owner ? partName(owner) : id;
}

function moved(machine: Machine, family: Family, { device, household, landing }: Plan): Machine {
  const made =
    landing.kind === 'new-port'
      ? idlePort(madePort(machine, landing.beside, landing.like, freeIds(machine)))
      : null;
  const to: Parent =
    landing.kind === 'place' ? landing.to : { kind: 'function', id: (made as PciFunction).id };
  const port = made ?? (to.kind === 'function' ? functionOf(family, to.id) : null);
  const slot = port
    ? (machine.slots.find(({ ports }) => ports.includes(port.id))?.id ?? null)
    : null;
  const heads = new Set(device.map(({ id }) => id));
  const isOf = (fn: PciFunction) =>
    heads.has(fn.id) || (fn.physfn !== null && heads.has(fn.physfn));
  const numaNode = port ? port.numaNode : (hostOf(machine, to)?.numaNode ?? UNKNOWN);
  const onMove = machine.functions
    .filter((fn) => household.functions.has(fn.id))
    .map((fn) => {
      const free = { ...unnumbered(fn), numaNode };
      if (!isOf(fn)) return free;
      const here = { ...free, parent: to, slot };
      return port && isPort(port) ? pluggedInto(machine, port, here) : here;
    });
  const rest: Machine = {
    ...machine,
    functions: machine.functions.filter((fn) => !household.functions.has(fn.id)),
  };
  const withPort = made
    ? insertBelow(rest, made.parent === UNKNOWN ? to : made.parent, [made])
    : rest;
  const arrived = insertBelow(withPort, to, onMove);
  const [head] = onMove.filter(isOf);
  const inUse: Machine = {
    ...arrived,
    functions: arrived.functions.map((fn) =>
      head && fn.id === port?.id ? portInUse(fn, head) : fn,
    ),
    hostBridges: arrived.hostBridges.map((host) =>
      household.hosts.has(host.id) ? { ...host, numaNode } : host,
    ),
  };
  return leftPort(inUse, device);
}

function hostOf(machine: Machine, parent: Parent) {
  return machine.hostBridges.find(({ id }) => id === parent.id);
}

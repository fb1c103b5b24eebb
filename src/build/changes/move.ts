import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { linkRate } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { partName } from '../partName.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import {
  deviceOf,
  type Family,
  familyOf,
  type Household,
  householdOf,
  sameParent,
} from './family.ts';
import { freeIds } from './freeIds.ts';
import { isProblem } from './isProblem.ts';
import { type Join, joinOf, type Landing, landingOf } from './landing.ts';
import { leftPort } from './leftPort.ts';
import { noPortLeft } from './portsLeft.ts';
import { arrived, pluggedAt, spotAt } from './spot.ts';
import { unnumbered } from './unnumbered.ts';

/** A device on its way. */
export interface Mover {
  readonly fn: PciFunction;
  readonly device: readonly PciFunction[];
  /** Ids of the functions of the device. */
  readonly heads: ReadonlySet<FunctionId>;
  readonly household: Household;
  readonly join: Join;
}

export interface MovePlan extends Pick<Mover, 'device' | 'household'> {
  readonly landing: Landing;
}

/**
 * Plugs a device in elsewhere. What moves loses its numbers, keeps its ids, names and everything
 * that was said of it; its link trains anew, and it is in no slot until the new port's is known.
 */
export const move: ChangeKind<'move'> = {
  refuse: (machine, change) => {
    const plan = planOf(machine, change);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, change) => {
    const plan = planOf(machine, change);
    if (isProblem(plan)) throw new RangeError(plan.text);
    return moved(machine, plan);
  },
};

function planOf(machine: Machine, { device, to }: ChangeOf<'move'>): MovePlan | Problem {
  const mover = moverOf(machine, device);
  return isProblem(mover) ? mover : movePlanOf(machine, mover, to);
}

/** The device that a function belongs to, or why it cannot be moved at all. */
export function moverOf(machine: Machine, id: FunctionId): Mover | Problem {
  const family = familyOf(machine);
  const fn = family.byId.get(id);
  if (!fn) return problemError(`There is no part ${id}.`, { where: id });
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
  if (isHostItself(fn)) {
    return refuse(
      `${name} is the host bridge itself, as Linux knows it; it cannot be moved.`,
      'Move what is beside it.',
    );
  }
  const device = deviceOf(family, fn);
  const household = householdOf(machine, family, device);
  return { fn, device, heads: new Set(device.map((each) => each.id)), household, join };
}

/** The function on a root bus by which a host bridge is known: class 06, sub-class 00. */
function isHostItself({ parent, classCode }: PciFunction): boolean {
  const isOnRootBus = parent !== UNKNOWN && parent.kind === 'host';
  return isOnRootBus && classCode !== UNKNOWN && classCode >> 8 === 0x0600;
}

/** Where a device would land, or why it cannot. */
export function movePlanOf(machine: Machine, mover: Mover, to: Parent): MovePlan | Problem {
  const { fn, device, heads, household, join } = mover;
  const family = familyOf(machine);
  const name = partName(fn);
  const refuse = (text: string, hint: string) => problemError(text, { where: fn.id, hint });
  const isInside =
    to.kind === 'function' ? household.functions.has(to.id) : household.hosts.has(to.id);
  if (isInside) {
    return refuse(`${name} cannot be moved below itself.`, 'Choose a place outside of it.');
  }
  if (sameParent(fn.parent, to)) {
    return refuse(`${name} is there already.`, 'Choose another place.');
  }
  const landing = landingOf(machine, family, join, to, heads);
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

/** The machine after a device was plugged in there. */
export function moved(machine: Machine, { device, household, landing }: MovePlan): Machine {
  const heads = new Set(device.map(({ id }) => id));
  const isOf = (fn: PciFunction) =>
    heads.has(fn.id) || (fn.physfn !== null && heads.has(fn.physfn));
  const rest: Machine = {
    ...machine,
    functions: machine.functions.filter((fn) => !household.functions.has(fn.id)),
  };
  const [first] = device;
  const needs = first ? linkRate(first, 'capable') : null;
  const spot = spotAt(rest, landing, freeIds(machine), needs);
  const { numaNode } = spot;
  const onMove = machine.functions
    .filter((fn) => household.functions.has(fn.id))
    .map((fn) => {
      const free = { ...unnumbered(fn), numaNode };
      return isOf(fn) ? pluggedAt(spot, free) : free;
    });
  const after = arrived(spot, onMove, onMove.find(isOf));
  const hostBridges = after.hostBridges.map((host) =>
    household.hosts.has(host.id) ? { ...host, numaNode } : host,
  );
  return leftPort({ ...after, hostBridges }, device);
}

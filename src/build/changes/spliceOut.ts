import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { partOf } from '../partLink.ts';
import { partName } from '../partName.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { devicesUnder } from './devicesUnder.ts';
import { deviceOf, familyOf, isPort } from './family.ts';
import { freedPort } from './freedPort.ts';
import { isProblem } from './isProblem.ts';
import { landingOf } from './landing.ts';
import { moved, movePlanOf, moverOf } from './move.ts';
import { remove } from './remove.ts';

/**
 * Takes a switch or bridge out of the tree. What was below it moves up: the first device takes the
 * place where it was, further ones get free or new ports beside that.
 */
export const spliceOut: ChangeKind<'splice-out'> = {
  refuse: (machine, change) => {
    const after = without(machine, change);
    return isProblem(after) ? after : null;
  },
  apply: (machine, change) => {
    const after = without(machine, change);
    if (isProblem(after)) throw new RangeError(after.text);
    return after;
  },
};

function without(machine: Machine, { bridge: id }: ChangeOf<'splice-out'>): Machine | Problem {
  const family = familyOf(machine);
  const fn = family.byId.get(id);
  if (!fn) return problemError(`There is no part ${id}.`, { where: id });
  const trouble = notTakenOut(machine, fn);
  if (trouble) return trouble;
  const bridge = new Set(deviceOf(family, fn).map((each) => each.id));
  const { parent } = fn;
  if (parent === UNKNOWN) return withoutEmpty(machine, fn);
  let after = freedPort(machine, fn);
  const heads = devicesUnder(machine, fn.id).flatMap(([first]) => first ?? []);
  for (const [index, head] of heads.entries()) {
    const up =
      index === 0 ? intoItsPlace(after, head, parent, bridge) : beside(after, head, parent);
    if (isProblem(up)) return told(up, fn);
    after = up;
  }
  return remove.apply(after, { kind: 'remove', device: fn.id });
}

function notTakenOut(machine: Machine, fn: PciFunction): Problem | null {
  const refuse = (text: string, hint: string) => problemError(text, { where: fn.id, hint });
  const name = partName(fn);
  if (isPort(fn)) {
    const whole = fn.type === 'root-port' ? 'a root complex' : 'a switch';
    return refuse(
      `${name} is a port of ${whole}; it cannot be taken out alone.`,
      'Take out the switch or bridge.',
    );
  }
  if (fn.bridge === null || fn.physfn !== null) {
    return refuse(`${name} is no switch and no bridge.`, 'Remove it.');
  }
  const part = partOf(fn);
  const isOfCard = part !== null && part.kind !== 'switch' && part.kind !== 'bridge';
  if (isOfCard && machine.origin === 'drawn') {
    return refuse(`${name} is the switch of a card: ${part.title}.`, 'Remove the whole card.');
  }
  return null;
}

/** With nothing above it there is no place for what is below. */
function withoutEmpty(machine: Machine, fn: PciFunction): Machine | Problem {
  if (devicesUnder(machine, fn.id).length === 0) {
    return remove.apply(machine, { kind: 'remove', device: fn.id });
  }
  return problemError(`Nobody knows what is above ${partName(fn)}.`, {
    where: fn.id,
    hint: 'Move what is below it first.',
  });
}

/** The first one takes the bridge's place, though that is not free yet. */
function intoItsPlace(
  machine: Machine,
  head: PciFunction,
  parent: Parent,
  bridge: ReadonlySet<FunctionId>,
): Machine | Problem {
  const mover = moverOf(machine, head.id);
  if (isProblem(mover)) return mover;
  const landing = landingOf(machine, familyOf(machine), mover.join, parent, bridge);
  if (isProblem(landing)) return landing;
  return moved(machine, { ...mover, landing });
}

/** Further ones go where there is a port: into the host bridge or switch of the first one's port. */
function beside(machine: Machine, head: PciFunction, parent: Parent): Machine | Problem {
  const mover = moverOf(machine, head.id);
  if (isProblem(mover)) return mover;
  const port = parent.kind === 'function' ? familyOf(machine).byId.get(parent.id) : undefined;
  const isAtPort = port !== undefined && isPort(port);
  if (isAtPort && port.parent === UNKNOWN) {
    return problemError(`Nobody knows where ${partName(port)} belongs.`, { where: port.id });
  }
  const to = isAtPort && port.parent !== UNKNOWN ? port.parent : parent;
  const plan = movePlanOf(machine, mover, to);
  return isProblem(plan) ? plan : moved(machine, plan);
}

/** What stands in the way, with what to do instead. */
function told(problem: Problem, fn: PciFunction): Problem {
  return problemError(problem.text, {
    where: problem.where ?? fn.id,
    hint: `Move what is below ${partName(fn)} elsewhere first, or remove it with everything.`,
  });
}

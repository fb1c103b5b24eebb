import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import type { Drop, DropPlace } from '../carried.ts';
import type { Change } from '../change.ts';
import { deviceOf, familyOf, isPort } from '../changes/family.ts';
import { isProblem } from '../changes/isProblem.ts';
import { lockOn } from '../changes/lockRefusal.ts';
import { type Mover, movePlanOf, moverOf } from '../changes/move.ts';
import { partName } from '../partName.ts';
import { nameOf } from '../wholeName.ts';
import type { Offer } from './offer.ts';
import { belowWords, landingWords, parentName } from './placeWords.ts';
import { domainOf, isSlot, resolvePlace } from './resolvePlace.ts';
import { roomFor, sequenceOf } from './sequence.ts';

/** Devices of the machine, each with all that is below it. */
export function devicesOffer(machine: Machine, ids: readonly FunctionId[]): Offer {
  const { movers, trouble } = moversOf(machine, ids);
  const [first] = movers;
  if (trouble || !first) {
    const problem = trouble ?? problemError('There is nothing to move.');
    return { takes: () => false, at: () => ({ kind: 'refused', problem }) };
  }
  const carried = new Set(
    movers.flatMap(({ household }) => [...household.functions, ...household.hosts]),
  );
  const locked = new Set(movers.filter(({ heads }) => lockOn(machine, heads) !== null));
  /** Those that are not there yet; `null`: the place is one that they take along. */
  const bound = (place: DropPlace): readonly Mover[] => {
    if (place === 'sheet' || carried.has(place as FunctionId)) return [];
    return movers.filter((mover) => !isAt(machine, mover, place));
  };
  const changeAt = (now: Machine, mover: Mover, place: DropPlace): Change | Problem => {
    const to = resolvePlace(now, place, mover.heads);
    return isProblem(to) ? to : { kind: 'move', device: mover.fn.id, to };
  };
  return {
    takes: (place) => {
      const [mover] = bound(place);
      if (!mover || locked.has(mover)) return false;
      const to = resolvePlace(machine, place, mover.heads);
      if (isProblem(to)) return false;
      return !isProblem(movePlanOf(machine, mover, to)) && lockOn(machine, [to.id]) === null;
    },
    at: (place) => {
      const all = bound(place);
      const [mover] = all;
      if (!mover) return { kind: 'home' };
      const { changes, problem } = sequenceOf(machine, all.length, (now, index) =>
        changeAt(now, all[index] ?? mover, place),
      );
      if (!problem) return { kind: 'legal', drop: dropOf(machine, all, place, changes) };
      const name = place === 'sheet' ? 'The sheet' : nameOf(machine, place);
      return { kind: 'refused', problem: roomFor(name, changes.length, problem) };
    },
  };
}

/** Devices once each, without those that go along with another; a virtual function is its card. */
function moversOf(
  machine: Machine,
  ids: readonly FunctionId[],
): { readonly movers: readonly Mover[]; readonly trouble: Problem | null } {
  const family = familyOf(machine);
  const firsts = new Set<FunctionId>();
  for (const id of ids) {
    const fn = family.byId.get(id);
    firsts.add(fn ? (deviceOf(family, fn)[0] ?? fn).id : id);
  }
  const movers: Mover[] = [];
  for (const id of firsts) {
    const mover = moverOf(machine, id);
    if (isProblem(mover)) return { movers: [], trouble: mover };
    movers.push(mover);
  }
  const isOuter = (mover: Mover) =>
    movers.every((other) => other === mover || !other.household.functions.has(mover.fn.id));
  const order = new Map(machine.functions.map(({ id }, index) => [id, index]));
  const place = ({ fn }: Mover) => order.get(fn.id) ?? 0;
  return { movers: movers.filter(isOuter).sort((a, b) => place(a) - place(b)), trouble: null };
}

/** Is the device there already: on that bridge or bus, or on a port of that switch or host bridge? */
function isAt(machine: Machine, { fn }: Mover, place: DropPlace): boolean {
  if (fn.parent === UNKNOWN) return false;
  const port = familyOf(machine).byId.get(fn.parent.id as FunctionId);
  const above: Parent | null = port && isPort(port) && port.parent !== UNKNOWN ? port.parent : null;
  if (place === fn.parent.id || place === above?.id || place === fn.slot) return true;
  if (port && machine.slots.some(({ id, ports }) => id === place && ports.includes(port.id))) {
    return true;
  }
  const standsFor =
    domainOf(machine, place) !== null || machine.sockets.some(({ id }) => id === place);
  const to = standsFor ? resolvePlace(machine, place, new Set()) : null;
  return to !== null && !isProblem(to) && (to.id === fn.parent.id || to.id === above?.id);
}

function dropOf(
  machine: Machine,
  movers: readonly Mover[],
  place: DropPlace,
  changes: readonly Change[],
): Drop {
  const [mover] = movers;
  const [change] = changes;
  if (!mover || change?.kind !== 'move') return { title: 'move', words: '', changes };
  const what = movers.length > 1 ? `${movers.length} devices` : partName(mover.fn);
  const to =
    place !== 'sheet' && isSlot(machine, place)
      ? nameOf(machine, place)
      : parentName(machine, change.to);
  return {
    title: `move ${what} to ${to}`,
    words: wordsOf(machine, movers, place, change.to),
    changes,
  };
}

function wordsOf(machine: Machine, movers: readonly Mover[], place: DropPlace, to: Parent): string {
  const [mover, ...others] = movers;
  const plan = mover && others.length === 0 ? movePlanOf(machine, mover, to) : null;
  return plan && !isProblem(plan)
    ? landingWords(machine, place, plan.landing)
    : belowWords(machine, place, to);
}

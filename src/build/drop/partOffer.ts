import { type Problem, problemError } from '../../base/problem.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import { canApply } from '../canApply.ts';
import type { Drop, DropPlace } from '../carried.ts';
import type { Change } from '../change.ts';
import { additionOf } from '../changes/addition.ts';
import { devicesBelow, familyOf, isPort } from '../changes/family.ts';
import { isProblem } from '../changes/isProblem.ts';
import { partById } from '../partById.ts';
import { partName } from '../partName.ts';
import { nameOf, socketName } from '../wholeName.ts';
import type { Offer } from './offer.ts';
import { belowWords, landingWords, parentName, portName } from './placeWords.ts';
import { isSlot, resolvePlace } from './resolvePlace.ts';
import { roomFor, sequenceOf } from './sequence.ts';

const NOBODY: ReadonlySet<FunctionId> = new Set();

/** Parts of the catalogue, one or several of a kind. */
export function partOffer(machine: Machine, id: string, count: number): Offer {
  const part = partById(id);
  if (!part) {
    const problem = problemError(`The catalogue has no part ${id}.`);
    return { takes: () => false, at: () => ({ kind: 'refused', problem }) };
  }
  const next = (now: Machine, place: DropPlace) => changeAt(now, part, place);
  return {
    takes: (place) => {
      const change = next(machine, place);
      return !isProblem(change) && canApply(machine, change) === null;
    },
    at: (place) => {
      const { changes, problem } = sequenceOf(machine, count, (now) => next(now, place));
      if (problem) {
        const name = place === 'sheet' ? 'The sheet' : nameOf(machine, place);
        return { kind: 'refused', problem: roomFor(name, changes.length, problem) };
      }
      return { kind: 'legal', drop: dropOf(machine, part, place, changes) };
    },
  };
}

/** What dropping one there does, legal or not. */
function changeAt(machine: Machine, part: CataloguePart, place: DropPlace): Change | Problem {
  if (part.kind === 'host') return hostChange(machine, part, place);
  const to = resolvePlace(machine, place, NOBODY);
  if (isProblem(to)) return to;
  if (part.kind === 'slot') {
    if (!isSlot(machine, place)) return { kind: 'add-slot', part: part.id, to, label: null };
    return problemError(`${nameOf(machine, place)} is a slot already.`, {
      where: place,
      hint: 'Drop it on a port, a switch or a host bridge.',
    });
  }
  const above = isBetween(part) ? residentOf(machine, to) : null;
  if (above !== null) return { kind: 'splice-in', part: part.id, above };
  return { kind: 'add', part: part.id, to, label: null };
}

function hostChange(machine: Machine, part: CataloguePart, place: DropPlace): Change | Problem {
  const isSocket = machine.sockets.some(({ id }) => id === place);
  if (!isSocket && place !== 'sheet') {
    return problemError(`${part.title} is a host bridge; nothing can be above it.`, {
      where: place,
      hint: 'Drop it on a socket, or beside all parts for a new one.',
    });
  }
  const socket = place === 'sheet' ? null : (place as SocketId);
  return { kind: 'add-host', part: part.id, socket, label: null };
}

function isBetween({ kind }: CataloguePart): boolean {
  return kind === 'switch' || kind === 'bridge';
}

/** The device at the end of a port's link. */
function residentOf(machine: Machine, to: Parent): FunctionId | null {
  if (to.kind !== 'function') return null;
  const family = familyOf(machine);
  const port = family.byId.get(to.id);
  if (!port || !isPort(port)) return null;
  return devicesBelow(family, port.id)[0]?.[0]?.id ?? null;
}

function dropOf(
  machine: Machine,
  part: CataloguePart,
  place: DropPlace,
  changes: readonly Change[],
): Drop {
  const [first] = changes;
  const what = changes.length > 1 ? `${changes.length} ${part.title}` : part.title;
  switch (first?.kind) {
    case 'add-host': {
      const socket = machine.sockets.find(({ id }) => id === first.socket);
      const words = socket ? `in ${socketName(socket)}` : 'as a new socket';
      return { title: `add ${what}${socket ? ` to ${socketName(socket)}` : ''}`, words, changes };
    }
    case 'add-slot':
      return {
        title: `add ${what} to ${parentName(machine, first.to)}`,
        words: slotWords(machine, first.to, changes.length),
        changes,
      };
    case 'splice-in': {
      const fn = familyOf(machine).byId.get(first.above);
      const below = fn ? partName(fn) : first.above;
      const port =
        fn && fn.parent !== 'unknown'
          ? familyOf(machine).byId.get(fn.parent.id as FunctionId)
          : undefined;
      const between = port ? `between ${portName(machine, port)} and ${below}` : `above ${below}`;
      return { title: `put ${what} ${between}`, words: between, changes };
    }
    case 'add':
      return {
        title: `add ${what} below ${addedTo(machine, place, first.to)}`,
        words: addWords(machine, part, place, first.to, changes.length),
        changes,
      };
    default:
      return { title: `add ${what}`, words: '', changes };
  }
}

function addedTo(machine: Machine, place: DropPlace, to: Parent): string {
  return place !== 'sheet' && isSlot(machine, place)
    ? nameOf(machine, place)
    : parentName(machine, to);
}

function addWords(
  machine: Machine,
  part: CataloguePart,
  place: DropPlace,
  to: Parent,
  count: number,
): string {
  if (part.kind === 'port') {
    return `as ${count === 1 ? 'a port' : `${count} ports`} of ${parentName(machine, to)}`;
  }
  if (count > 1) return belowWords(machine, place, to);
  const addition = additionOf(machine, part.id, to);
  return isProblem(addition)
    ? belowWords(machine, place, to)
    : landingWords(machine, place, addition.landing);
}

function slotWords(machine: Machine, to: Parent, count: number): string {
  const fn = to.kind === 'function' ? familyOf(machine).byId.get(to.id) : undefined;
  if (fn && isPort(fn)) return `on ${portName(machine, fn)}`;
  return `below ${parentName(machine, to)}, on ${count === 1 ? 'a new port' : `${count} new ports`}`;
}

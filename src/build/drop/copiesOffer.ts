import { type Problem, problemError } from '../../base/problem.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import { canApply } from '../canApply.ts';
import type { Drop, DropPlace } from '../carried.ts';
import type { Change } from '../change.ts';
import { familyOf } from '../changes/family.ts';
import { isProblem } from '../changes/isProblem.ts';
import { type Join, joinOf, landingOf } from '../changes/landing.ts';
import { lockOn } from '../changes/lockRefusal.ts';
import { noPortLeft } from '../changes/portsLeft.ts';
import type { Fragment } from '../fragment.ts';
import { partName } from '../partName.ts';
import { nameOf, socketName } from '../wholeName.ts';
import type { Offer } from './offer.ts';
import { belowWords, landingWords, parentName } from './placeWords.ts';
import { isSlot, resolvePlace } from './resolvePlace.ts';

const NOBODY: ReadonlySet<FunctionId> = new Set();

/** Copies of parts that were cut out. */
export function copiesOffer(machine: Machine, fragment: Fragment): Offer {
  const [first] = fragment.devices;
  const head = first === undefined ? undefined : familyOf(fragment.machine).byId.get(first);
  const join = head ? joinOf(head) : null;
  return {
    takes: (place) => {
      const change = changeAt(machine, fragment, place);
      if (isProblem(change)) return false;
      // Every place is asked: a device is only tried where it would land.
      if (change.to === null || typeof change.to === 'string' || join === null) {
        return canApply(machine, change) === null;
      }
      return lands(machine, join, change.to);
    },
    at: (place) => {
      const change = changeAt(machine, fragment, place);
      const problem = isProblem(change) ? change : canApply(machine, change);
      if (problem || isProblem(change)) return { kind: 'refused', problem: problem ?? NOTHING };
      return { kind: 'legal', drop: dropOf(machine, fragment, place, change) };
    },
  };
}

const NOTHING = problemError('There is nothing to put in.');

type Insert = Extract<Change, { readonly kind: 'insert' }>;

function changeAt(machine: Machine, fragment: Fragment, place: DropPlace): Insert | Problem {
  const { devices, hosts, sockets } = fragment;
  if (devices.length === 0 && hosts.length === 0 && sockets.length === 0) return NOTHING;
  if (devices.length === 0) {
    if (place === 'sheet') return { kind: 'insert', fragment, to: null };
    if (machine.sockets.some(({ id }) => id === place)) {
      return { kind: 'insert', fragment, to: place as SocketId };
    }
    const isSocket = sockets.length > 0;
    return problemError(`Nothing can be above a ${isSocket ? 'socket' : 'host bridge'}.`, {
      where: place,
      hint: isSocket ? 'Drop it beside all parts.' : 'Drop it on a socket, or beside all parts.',
    });
  }
  const to = resolvePlace(machine, place, NOBODY);
  return isProblem(to) ? to : { kind: 'insert', fragment, to };
}

function lands(machine: Machine, join: Join, to: Parent): boolean {
  const family = familyOf(machine);
  const landing = landingOf(machine, family, join, to, NOBODY);
  if (isProblem(landing) || lockOn(machine, [to.id]) !== null) return false;
  return landing.kind === 'place' || noPortLeft(family, landing.beside) === null;
}

function dropOf(machine: Machine, fragment: Fragment, place: DropPlace, change: Insert): Drop {
  const changes = [change];
  const title = `copy ${nameOfCopies(fragment)}`;
  const { to } = change;
  if (to === null) return { title, words: 'beside all parts', changes };
  if (typeof to === 'string') {
    const socket = machine.sockets.find(({ id }) => id === to);
    const name = socket ? socketName(socket) : to;
    return { title: `${title} to ${name}`, words: `in ${name}`, changes };
  }
  const at =
    place !== 'sheet' && isSlot(machine, place) ? nameOf(machine, place) : parentName(machine, to);
  return { title: `${title} to ${at}`, words: wordsOf(machine, fragment, place, to), changes };
}

function nameOfCopies({ machine, devices, hosts, sockets }: Fragment): string {
  const inSockets = new Set<string | null>(sockets);
  const ownHosts = hosts.filter(
    (id) => !inSockets.has(machine.hostBridges.find((host) => host.id === id)?.socket ?? null),
  );
  const parts = [...sockets, ...ownHosts, ...devices];
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return `${parts.length} parts`;
  const fn = familyOf(machine).byId.get(only as FunctionId);
  return fn ? partName(fn) : nameOf(machine, only);
}

function wordsOf(machine: Machine, fragment: Fragment, place: DropPlace, to: Parent): string {
  const [first, ...others] = fragment.devices;
  const head = first === undefined ? undefined : familyOf(fragment.machine).byId.get(first);
  const join = head ? joinOf(head) : null;
  if (others.length > 0 || join === null) return belowWords(machine, place, to);
  const landing = landingOf(machine, familyOf(machine), join, to, NOBODY);
  return isProblem(landing)
    ? belowWords(machine, place, to)
    : landingWords(machine, place, landing);
}

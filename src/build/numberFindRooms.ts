import { type Problem, problemWarning } from '../base/problem.ts';
import type { Machine } from '../model/machine.ts';
import { noBusLeft } from './numberBuses.ts';
import { hasBus } from './numberPlan.ts';
import { hostOfOwner, type Owner, ownerOfHost } from './numberRooms.ts';
import { isNumberedAnew, planOf, type Work } from './numberWork.ts';

const BUS = 256;

/**
 * Finds buses for each bridge whose own do not hold, for virtual functions without a number that reach
 * over the end of their bus, and for what has to make room for them (`numberCaptured.ts` says in which
 * order).
 *
 * @returns the bridges that have a range now behind which everything is to be numbered
 */
export function numberFindRooms(work: Work): readonly number[] {
  const { tree, stays, rooms } = work;
  const placed: number[] = [];
  const arrived = new Set(stays.open.map((index) => rooms.ownerOf(index)));
  for (const owner of new Set([...arrived, ...ownersOfOpenVirtual(work)])) {
    const range = rooms.ranges.get(owner);
    const extra = reachOver(work, owner);
    if (!range || extra === 0 || isNumberedAnew(work, owner)) continue;
    if (rooms.reach(owner, range.number + extra)) continue;
    // A root bus has no other place, and for virtual functions alone nothing moves.
    if (owner < 0 || !arrived.has(owner) || !fitsBelow(work, rooms.hostOf(owner))) {
      work.short.add(owner);
    } else {
      rooms.release(owner);
      findRoom(work, owner, placed);
    }
  }
  for (const top of tree.order) {
    if (!hasBus(tree, top) || !rooms.carried[top]) continue;
    findRoom(work, top, placed);
  }
  return placed;
}

/** Buses that stay as they are, virtual functions without a number apart. */
function ownersOfOpenVirtual({ tree, stays, rooms }: Work): readonly Owner[] {
  return [...tree.virtual].flatMap(([physical, list]) =>
    list.some((index) => stays.openVirtual.has(index)) ? [rooms.ownerOf(physical)] : [],
  );
}

/** How many buses the virtual functions on that bus reach into beyond it. */
function reachOver(work: Work, owner: Owner): number {
  const numbers = planOf(work, owner)?.virtual.numbers.values() ?? [];
  let last = 0;
  for (const rid of numbers) last = Math.max(last, rid);
  return Math.floor(last / BUS);
}

function findRoom(work: Work, top: number, placed: number[]): void {
  const { machine, rooms, plans, draft, roots } = work;
  let bridge = top;
  while (!rooms.ranges.has(bridge)) {
    const owner = rooms.ownerOf(bridge);
    const plan = plans.behind.get(bridge);
    if (!plan || isNumberedAnew(work, owner) || !rooms.ranges.has(owner)) return;
    const { size, wanted } = plan;
    const first = rooms.find(owner, size, wanted) ?? rooms.widen(owner, size);
    if (first !== null) {
      rooms.assign(bridge, first, first + size - 1);
      placed.push(bridge);
      return;
    }
    // Numbering again what is there helps only where there are enough numbers for everything.
    if (!fitsBelow(work, rooms.hostOf(bridge))) {
      draft.problems.push(noBusLeft([machine.functions[bridge]?.id ?? '']));
      return;
    }
    rooms.release(owner);
    if (owner < 0) {
      roots.add(hostOfOwner(owner));
      draft.problems.push(renumbered(machine, hostOfOwner(owner)));
      return;
    }
    bridge = owner;
  }
}

function fitsBelow({ plans, rooms }: Work, host: number): boolean {
  const range = rooms.ranges.get(ownerOfHost(host));
  return range !== undefined && (plans.ofHost[host]?.size ?? 0) <= range.last - range.number + 1;
}

function renumbered({ hostBridges }: Machine, host: number): Problem {
  const where = hostBridges[host]?.id ?? '';
  return problemWarning(
    `No range of bus numbers below ${where} is free that is large enough, so all buses below it are numbered again.`,
    { where },
  );
}

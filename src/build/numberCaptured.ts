import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import { type BusNumbering, numberBuses, otherBus, type RootPlace } from './numberBuses.ts';
import { draftWith, NO_NUMBERS } from './numberDraft.ts';
import { numberFindRooms } from './numberFindRooms.ts';
import { numberHosts } from './numberHosts.ts';
import { numberLoose } from './numberLoose.ts';
import { numberOpen } from './numberOpen.ts';
import { planBuses } from './numberPlan.ts';
import { hotplugBusSize } from './numberReserve.ts';
import { BusRooms, ownerOfHost } from './numberRooms.ts';
import { numberStays } from './numberStays.ts';
import { type NumberTree, numberTree } from './numberTree.ts';
import { isNumberedAnew, type Work } from './numberWork.ts';
import type { Settled } from './settled.ts';
import { writeNumbers } from './writeNumbers.ts';

/**
 * Numbers what has no number that holds in a machine that was captured: what is new, what was moved to
 * another bus, what has the address of something before it. Everything else keeps its address and
 * its buses; where that is everything, the machine is given back as it is.
 *
 * A bridge that came from elsewhere needs buses for what is behind it. In this order, so that as few
 * bridges as can be get other numbers:
 *
 * 1. numbers that are free inside the range of the bridge above: what something that is gone left
 *    there, what firmware kept free for hotplug;
 * 2. the range of the bridge above is made longer, with those above it as far as they must be, where
 *    the numbers after it are free;
 * 3. the bridge above gets another range, with everything behind it, by the same steps on its own bus;
 * 4. everything below the host bridge is numbered again, depth first.
 *
 * What is on a bus of which the document shows no number stays as it is, and so does what nothing is
 * known to be above.
 */
export function numberCaptured(machine: Machine): Settled {
  const tree = withOrphans(numberTree(machine));
  const stays = numberStays(tree, machine.hostBridges);
  const { open, openVirtual, elsewhere } = stays;
  if (open.length + openVirtual.size + elsewhere.length === 0) return { machine, problems: [] };
  const draft = draftWith(machine.functions.map((fn) => fn.address));
  for (const index of open) draft.addresses[index] = null;
  const plans = planBuses(tree, hotplugBusSize(machine.settings), draft, stays);
  const rooms = new BusRooms(machine, tree, stays);
  const work: Work = {
    machine,
    tree,
    stays,
    rooms,
    plans,
    draft,
    roots: new Set(),
    short: new Set(),
  };

  const places = numberNewHosts(work);
  places.forEach((place, host) => {
    if (place) work.roots.add(host);
  });
  numberMoved(work, numberFindRooms(work), places);
  numberOpen(work);
  keepMultifunction(work);
  for (const { index, bus } of elsewhere) {
    const fn = machine.functions[index];
    if (draft.addresses[index]?.bus !== bus || !fn) continue;
    draft.problems.push(otherBus(fn.id, fn.fixedAddress?.bus ?? bus, bus));
  }
  const inTheAir = [...tree.orphans, ...tree.loose].filter((index) => !draft.addresses[index]);
  draft.problems.push(...numberLoose(machine, { ...tree, loose: inTheAir }));
  return { machine: writeNumbers(machine, draft, places), problems: draft.problems };
}

/** The tree with what hangs below orphans: their buses are known, whatever is above them. */
function withOrphans(tree: NumberTree): NumberTree {
  const hanging = [...tree.orphans, ...tree.belowOrphans];
  const isHanging = new Set(hanging);
  const loose = tree.loose.filter((index) => !isHanging.has(index));
  return { ...tree, order: [...tree.order, ...hanging], loose };
}

/** Root buses for host bridges that have none yet. */
function numberNewHosts({
  machine,
  stays,
  rooms,
  plans,
  draft,
}: Work): readonly (RootPlace | null)[] {
  const { hostBridges } = machine;
  const starts = stays.buses.ofHost;
  if (!starts.includes(null)) return [];
  const known = hostBridges.map((host, index) => ({ ...host, rootBus: starts[index] ?? null }));
  const sizes = starts.map((start, index) =>
    start === null ? (plans.ofHost[index]?.size ?? 1) : rooms.size(ownerOfHost(index)),
  );
  const places = numberHosts(known, sizes, draft.problems, false);
  return places.map((place, index) => (starts[index] === null ? place : null));
}

/** Numbers what is behind bridges that have a range now, and below host bridges as a whole. */
function numberMoved(
  work: Work,
  moved: readonly number[],
  places: readonly (RootPlace | null)[],
): void {
  const { tree, rooms, plans, draft, machine, roots } = work;
  tree.order.forEach((index) => {
    const isAnew = isNumberedAnew(work, rooms.ownerOf(index));
    const { bridge } = machine.functions[index] ?? {};
    if (bridge && bridge !== UNKNOWN && (isAnew || rooms.carried[index])) {
      draft.bridges[index] = NO_NUMBERS;
    }
    if (!isAnew) return;
    for (const each of [index, ...(tree.virtual.get(index) ?? [])]) draft.addresses[each] = null;
  });
  const numberings = new Map<number, BusNumbering>();
  const inDomain = (domain: number): BusNumbering => {
    const numbering = numberings.get(domain) ?? numberBuses(tree, plans, domain, draft);
    numberings.set(domain, numbering);
    return numbering;
  };
  for (const bridge of moved) {
    const owner = rooms.ownerOf(bridge);
    const [own, above] = [rooms.ranges.get(bridge), rooms.ranges.get(owner)];
    // What a bridge above takes along has no range of its own any more.
    if (!own || !above || isNumberedAnew(work, owner)) continue;
    inDomain(own.domain).behind(bridge, above.number, own.number, own.last);
  }
  for (const host of roots) {
    const range = rooms.ranges.get(ownerOfHost(host));
    const place = places[host];
    const plan = plans.ofHost[host];
    if (plan && place) inDomain(place.domain).root(plan, place.rootBus, place.lastBus);
    else if (plan && range) inDomain(range.domain).root(plan, range.number, range.last);
  }
  for (const numbering of numberings.values()) numbering.finish();
  for (const bridge of rooms.widened) {
    const range = rooms.ranges.get(bridge);
    const registers = machine.functions[bridge]?.bridge;
    if (!range || rooms.carried[bridge] || !registers || registers === UNKNOWN) continue;
    const { primary, secondary } = registers;
    draft.bridges[bridge] = { primary, secondary, subordinate: range.last };
  }
}

/**
 * Whether a device has several functions, its header says; it may say so of one that firmware hides.
 * So the bit is only set where a function joined others, and filled in where it was not known.
 */
function keepMultifunction({ machine, stays, rooms, draft }: Work): void {
  const isOpen = new Set(stays.open);
  const joined = new Set(stays.open.map((index) => rooms.ownerOf(index)));
  draft.multifunction.forEach((isMulti, index) => {
    const before = machine.functions[index]?.multifunction;
    const isSet = isMulti === true && joined.has(rooms.ownerOf(index));
    const isFilled = before === UNKNOWN && isOpen.has(index) && draft.addresses[index] !== null;
    if (!isSet && !isFilled) draft.multifunction[index] = null;
  });
}

import { UNKNOWN } from '../base/unknown.ts';
import type { PciAddress } from '../model/address.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { addressKey, numberBuses } from './numberBuses.ts';
import { draftWith, NO_NUMBERS, type NumberDraft } from './numberDraft.ts';
import { numberHosts } from './numberHosts.ts';
import { numberLoose } from './numberLoose.ts';
import { hasBus, planBuses, wantedBus } from './numberPlan.ts';
import { hotplugBusSize } from './numberReserve.ts';
import { type NumberTree, numberTree } from './numberTree.ts';
import type { Settled } from './settled.ts';
import { writeNumbers } from './writeNumbers.ts';

/** Numbers a machine in which no number counts but those that were set by hand. */
export function numberDrawn(machine: Machine): Settled {
  const tree = numberTree(machine);
  const draft = draftWith(machine.functions.map(() => null));
  for (const index of tree.order) {
    const { bridge } = machine.functions[index] ?? {};
    if (bridge && bridge !== UNKNOWN) draft.bridges[index] = NO_NUMBERS;
  }
  const plans = planBuses(tree, hotplugBusSize(machine.settings), draft);
  const wishes = machine.hostBridges.map((host, index) => ({
    ...host,
    rootBus: host.rootBus ?? plans.ofHost[index]?.wanted ?? null,
  }));
  const sizes = plans.ofHost.map(({ size }) => size);
  const places = numberHosts(wishes, sizes, draft.problems, true);
  places.forEach((place, index) => {
    const top = plans.ofHost[index];
    if (!place || !top) return;
    const numbering = numberBuses(tree, plans, place.domain, draft);
    numbering.root(top, place.rootBus, place.lastBus);
    numbering.finish();
  });
  draft.problems.push(...numberLoose(machine, tree));
  numberByHand(machine, tree, draft);
  return { machine: writeNumbers(machine, draft, places), problems: draft.problems };
}

/**
 * What hangs below no host bridge has a number only where all of it was set by hand, and a bridge there
 * the bus that was set for what is behind it.
 */
function numberByHand({ functions }: Machine, tree: NumberTree, draft: NumberDraft): void {
  if (tree.loose.length === 0) return;
  const { addresses, bridges } = draft;
  const taken = new Set(addresses.flatMap((each) => (each ? [addressKey(each)] : [])));
  for (const index of tree.loose) {
    const fn = functions[index];
    const address = fn ? setByHand(fn) : null;
    if (!address || taken.has(addressKey(address))) continue;
    taken.add(addressKey(address));
    addresses[index] = address;
  }
  const last = new Map<number, number>();
  for (const index of [...tree.orphans, ...tree.belowOrphans].reverse()) {
    const members = tree.below[index] ?? [];
    const secondary = wantedBus(tree, members);
    const address = addresses[index];
    if (!address || secondary === null || !hasBus(tree, index)) continue;
    const subordinate = Math.max(secondary, ...members.map((each) => last.get(each) ?? 0));
    last.set(index, subordinate);
    bridges[index] = { primary: address.bus, secondary, subordinate };
  }
}

/** The address that was set in full; of the domain, which no hand sets, as it stands. */
function setByHand({ fixedAddress, address }: PciFunction): PciAddress | null {
  if (fixedAddress === null) return null;
  const { bus, device, function: number } = fixedAddress;
  if (bus === null || device === null || number === null) return null;
  return { domain: address?.domain ?? 0, bus, device, function: number };
}

import { type Problem, problemError, problemWarning } from '../base/problem.ts';
import type { PciAddress } from '../model/address.ts';
import type { NumberDraft } from './numberDraft.ts';
import type { BusPlan, BusPlans } from './numberPlan.ts';
import type { NumberTree } from './numberTree.ts';

const BUS = 256;
const FUNCTIONS = 8;

/** The root bus of a host bridge, and the last bus that belongs to it. */
export interface RootPlace {
  readonly domain: number;
  readonly rootBus: number;
  readonly lastBus: number;
}

/** What numbers buses of one domain, and tells at the end what was left without. */
export interface BusNumbering {
  /** Numbers a root bus and everything below; `last` is the last bus that belongs to it. */
  readonly root: (bus: BusPlan, number: number, last: number) => void;
  /** Numbers the bus behind a bridge and everything below. */
  readonly behind: (bridge: number, primary: number, secondary: number, last: number) => void;
  readonly finish: () => void;
}

/**
 * Numbers buses depth first: a bridge gets the next number as its secondary bus, everything behind it
 * follows, and its subordinate number is the highest in use there, with what hotplug ports keep free.
 * Buses that virtual functions reach into come before bridges.
 *
 * Where numbers were set by hand, bridges keep their order as far as they fit: what does not fit
 * before a hand-set bus comes after it, or where there is room left. A number that cannot be had is told
 * and set aside.
 *
 * Source: SeaBIOS `pci_bios_init_bus_rec()`, src/fw/pciinit.c; Linux does the same where firmware
 * left nothing: `pci_scan_child_bus_extend()`, `pci_scan_bridge_extend()`, drivers/pci/probe.c,
 * Linux 4.20 to 7.0; 75 machines that were booted for the golden cases.
 */
export function numberBuses(
  tree: NumberTree,
  plans: BusPlans,
  domain: number,
  draft: NumberDraft,
): BusNumbering {
  const without: number[] = [];
  return {
    root: numberBus,
    behind: numberBridge,
    finish: () => {
      if (without.length > 0) draft.problems.push(noBusLeft(without.map(idOf)));
    },
  };

  /** Gives the last bus in use. */
  function numberBus(bus: BusPlan, number: number, limit: number): number {
    for (const [index, devfn] of bus.devfns) {
      if (devfn !== null) draft.addresses[index] = addressOf(domain, number * BUS + devfn);
      const wanted = tree.functions[index]?.fixedAddress?.bus ?? null;
      if (wanted !== null && wanted !== number) {
        draft.problems.push(otherBus(idOf(index), wanted, number));
      }
    }
    numberVirtuals(bus, number, limit);
    return numberBridges(bus, number, Math.min(number + bus.virtual.extraBuses, limit), limit);
  }

  function numberVirtuals(bus: BusPlan, number: number, limit: number): void {
    for (const [index, rid] of bus.virtual.numbers) {
      const routingId = number * BUS + rid;
      if (routingId < (limit + 1) * BUS) draft.addresses[index] = addressOf(domain, routingId);
      else draft.problems.push(noBusLeft([idOf(index)]));
    }
  }

  function numberBridges(bus: BusPlan, primary: number, used: number, limit: number): number {
    // A number that leaves no room behind it cannot be met.
    const pinned = bus.bridges.filter((index) => beginOf(index) + sizeOf(index) <= limit + 1);
    const isPinned = new Set(pinned);
    const free = bus.bridges.filter((index) => !isPinned.has(index));
    const rank = new Map(pinned.length === 0 ? [] : bus.bridges.map((index, at) => [index, at]));
    const gaps: { next: number; readonly last: number }[] = [];
    let [last, next] = [used, 0];
    pinned.sort((a, b) => beginOf(a) - beginOf(b));
    pinned.forEach((index, at) => {
      const begin = beginOf(index);
      // Those before it in order that fit before its number.
      for (; next < free.length; next++) {
        const each = free[next] ?? index;
        const isBefore = (rank.get(each) ?? 0) < (rank.get(index) ?? 0);
        if (!isBefore || last + sizeOf(each) >= begin) break;
        last = numberBridge(each, primary, last + 1, Math.min(begin - 1, limit));
      }
      const start = Math.max(begin, last + 1);
      if (start > last + 1) gaps.push({ next: last + 1, last: start - 1 });
      const following = pinned[at + 1];
      const before = following === undefined ? limit : beginOf(following) - 1;
      const room = Math.min(limit, Math.max(before, start + sizeOf(index) - 1));
      last = Math.max(last, numberBridge(index, primary, start, room));
    });
    for (const each of free.slice(next)) {
      const size = sizeOf(each);
      const gap = last + size > limit && gaps.find((one) => one.next + size - 1 <= one.last);
      if (gap) gap.next = numberBridge(each, primary, gap.next, gap.last) + 1;
      else last = numberBridge(each, primary, last + 1, limit);
    }
    return last;
  }

  /** Gives the last bus in use: of those that the bridge was given, else the one before them. */
  function numberBridge(index: number, primary: number, secondary: number, limit: number): number {
    const bus = plans.behind.get(index);
    if (!bus || secondary > limit) {
      without.push(index);
      return secondary - 1;
    }
    const used = numberBus(bus, secondary, limit);
    const wanted = Math.max(used + bus.reserve.extra, secondary + bus.reserve.least - 1);
    const subordinate = Math.min(wanted, limit);
    if (subordinate < wanted) draft.problems.push(notReserved(idOf(index), wanted - subordinate));
    draft.bridges[index] = { primary, secondary, subordinate };
    return subordinate;
  }

  function beginOf(index: number): number {
    return plans.behind.get(index)?.begin ?? Number.POSITIVE_INFINITY;
  }

  function sizeOf(index: number): number {
    return plans.behind.get(index)?.size ?? 1;
  }

  function idOf(index: number): string {
    return tree.functions[index]?.id ?? '';
  }
}

/** A routing id, bus number above, as an address. */
export function addressOf(domain: number, routingId: number): PciAddress {
  const devfn = routingId % BUS;
  return {
    domain,
    bus: Math.floor(routingId / BUS),
    device: Math.floor(devfn / FUNCTIONS),
    function: devfn % FUNCTIONS,
  };
}

/** An address as one number: 48 bits, of which the domain has the upper 32. */
export function addressKey({ domain, bus, device, function: number }: PciAddress): number {
  return (domain * BUS + bus) * BUS + device * FUNCTIONS + number;
}

/** Parts that no bus number is left for. */
export function noBusLeft(ids: readonly string[]): Problem {
  const [where = '', ...others] = ids;
  const more = others.length === 0 ? '' : ` and ${others.length} more bridges`;
  return problemError(`${where}${more}: no bus number is left, so what is below has no address.`, {
    where,
    hint: 'Take bridges away, keep fewer numbers free for hotplug, or spread the parts over other host bridges or domains.',
  });
}

/** A bus number set by hand that cannot be had. */
export function otherBus(where: string, wanted: number, number: number): Problem {
  const [asked, got] = [wanted, number].map((each) => each.toString(16).padStart(2, '0'));
  return problemError(`${where} is to be on bus ${asked}, and is on bus ${got}.`, {
    where,
    hint: 'A bus number set by hand has to lie in the range of the bridge above, and be the same for all on that bus.',
  });
}

function notReserved(where: string, missing: number): Problem {
  return problemWarning(
    `${where} keeps ${missing} bus ${missing === 1 ? 'number' : 'numbers'} less free than it is to.`,
    { where, hint: 'Keep fewer numbers free for hotplug, or move parts to another host bridge.' },
  );
}

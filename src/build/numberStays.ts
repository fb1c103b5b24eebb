import { devfn } from '../model/address.ts';
import type { HostBridge } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { addressKey } from './numberBuses.ts';
import type { KeptNumbers } from './numberDevices.ts';
import { type KnownBuses, knownBuses } from './numberKnownBuses.ts';
import { hasBus } from './numberPlan.ts';
import type { NumberTree } from './numberTree.ts';

const BUS = 256;

/** What a numbered machine still has right, and what needs a number. */
export interface Stays extends KeptNumbers {
  /** Functions without a number that holds, virtual ones apart, parents first. */
  readonly open: readonly number[];
  /** Virtual functions that have none though their physical function's holds. */
  readonly openVirtual: ReadonlySet<number>;
  readonly buses: KnownBuses;
  /** Functions that a hand wants on another bus than the one they are on. */
  readonly elsewhere: readonly { readonly index: number; readonly bus: number }[];
}

/**
 * Which functions of a captured machine keep their numbers: those that are on the bus of their parent,
 * where that is known, with a number that no earlier one has and no hand has changed. What sits on a
 * bus of which the number is not known stays as it is, unless its own is that of another bus.
 */
export function numberStays(tree: NumberTree, hosts: readonly HostBridge[]): Stays {
  const { functions, virtual } = tree;
  const buses = knownBuses(tree, hosts);
  const devfns = new Map<number, number>();
  const before = new Map<number, number>();
  const virtualOffsets = new Map<number, number>();
  const open: number[] = [];
  const openVirtual = new Set<number>();
  const elsewhere: { readonly index: number; readonly bus: number }[] = [];
  const taken = new Set<number>();
  // What hangs in the air keeps its address, whoever else would like it.
  for (const index of tree.loose) {
    const address = functions[index]?.address;
    if (address) taken.add(addressKey(address));
  }
  for (const index of tree.orphans) {
    const address = functions[index]?.address;
    if (!address) continue;
    taken.add(addressKey(address));
    devfns.set(index, devfn(address));
  }

  const members = (list: readonly number[], bus: number | null, domain: number) => {
    for (const index of list) {
      const fn = functions[index];
      if (!fn) continue;
      const { address } = fn;
      const isHere =
        address !== null && (bus === null ? !buses.isStated(address) : isOn(fn, bus, domain));
      if (isHere && isAsWanted(fn) && !taken.has(addressKey(address))) {
        taken.add(addressKey(address));
        devfns.set(index, devfn(address));
        const wanted = fn.fixedAddress?.bus ?? address.bus;
        if (wanted !== address.bus) elsewhere.push({ index, bus: address.bus });
      } else {
        if (address) before.set(index, devfn(address));
        open.push(index);
      }
    }
  };
  hosts.forEach((host, index) => {
    members(tree.onHost[index] ?? [], buses.ofHost[index] ?? null, host.domain);
  });
  for (const index of tree.order) {
    const list = tree.below[index] ?? [];
    if (list.length === 0 || !hasBus(tree, index)) continue;
    const domain = functions[index]?.address?.domain ?? 0;
    members(list, buses.behind[index] ?? null, domain);
  }

  for (const [physical, list] of virtual) {
    const base = functions[physical]?.address;
    for (const index of list) {
      const own = functions[index]?.address;
      if (!own || !base) openVirtual.add(index);
      else virtualOffsets.set(index, (own.bus - base.bus) * BUS + devfn(own) - devfn(base));
    }
  }
  return { devfns, before, virtualOffsets, open, openVirtual, elsewhere, buses };
}

const isOn = ({ address }: PciFunction, bus: number, domain: number): boolean =>
  address?.bus === bus && address.domain === domain;

/** Does the address have what was set by hand? */
function isAsWanted({ address, fixedAddress }: PciFunction): boolean {
  if (fixedAddress === null || address === null) return true;
  const { device, function: number } = fixedAddress;
  return (
    (device === null || device === address.device) &&
    (number === null || number === address.function)
  );
}

import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { ableLink } from '../../build/ableLink.ts';
import { devicesBelow, type Family, familyOf, isPort } from '../../build/changes/family.ts';
import { partName } from '../../build/partName.ts';
import type { FunctionId, HostBridgeId, SlotId } from '../../model/ids.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { HostBridge, Machine, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** A device as its physical functions; the first stands for it. */
export type Device = readonly PciFunction[];

/** A machine as all rules look at it: what each would otherwise look up anew. */
export interface Look {
  readonly machine: Machine;
  readonly isDrawn: boolean;
  readonly family: Family;
  /** Devices directly below a bridge or on a root bus. */
  readonly devices: (parent: FunctionId | HostBridgeId) => readonly Device[];
  /** Ports that a link leads down from. */
  readonly ports: readonly PciFunction[];
  readonly host: (id: HostBridgeId) => HostBridge | undefined;
  readonly slot: (id: SlotId) => Slot | undefined;
  /** The slot that a port feeds, if one. */
  readonly slotOfPort: (id: FunctionId) => Slot | undefined;
  /** The function directly above, if there is one and it is known. */
  readonly above: (fn: PciFunction) => PciFunction | undefined;
  /** What an end of a link can do. */
  readonly able: (fn: PciFunction) => LinkRate | null;
  readonly name: (fn: PciFunction) => string;
  /** It has an address, or nobody numbered this machine yet. */
  readonly isNumbered: (fn: PciFunction) => boolean;
}

export function lookAt(machine: Machine): Look {
  const family = familyOf(machine);
  const isNumbered =
    machine.origin === 'drawn' && machine.functions.some(({ address }) => address !== null);
  const devices = new Map<string, readonly Device[]>();
  const hosts = new Map(machine.hostBridges.map((host) => [host.id, host]));
  const slots = new Map(machine.slots.map((slot) => [slot.id, slot]));
  const fed = new Map<FunctionId, Slot>();
  for (const slot of machine.slots) for (const port of slot.ports) fed.set(port, slot);
  return {
    machine,
    isDrawn: machine.origin === 'drawn',
    family,
    devices: (parent) => {
      const known = devices.get(parent);
      if (known) return known;
      const found = devicesBelow(family, parent);
      devices.set(parent, found);
      return found;
    },
    ports: machine.functions.filter(hasLinkBelow),
    host: (id) => hosts.get(id),
    slot: (id) => slots.get(id),
    slotOfPort: (id) => fed.get(id),
    above: ({ parent }) =>
      parent !== UNKNOWN && parent.kind === 'function' ? family.byId.get(parent.id) : undefined,
    able: (fn) => ableLink(machine, fn),
    name: (fn) => nameIn(family, hosts, machine, fn),
    isNumbered: ({ address }) => address !== null || !isNumbered,
  };
}

/** The user's name for it; a drawn port without one by its number and what it belongs to. */
function nameIn(
  family: Family,
  hosts: ReadonlyMap<HostBridgeId, HostBridge>,
  { origin }: Machine,
  fn: PciFunction,
): string {
  const { label, address, parent } = fn;
  if (origin === 'captured' || label !== null || !isPort(fn) || !address || parent === UNKNOWN)
    return partName(fn);
  const above = parent.kind === 'host' ? hosts.get(parent.id) : family.byId.get(parent.id);
  if (!above || above.label === null) return partName(fn);
  return `port ${hex(address.device, 2)}.${address.function} of ${above.label}`;
}

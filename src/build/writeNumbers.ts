import { UNKNOWN } from '../base/unknown.ts';
import type { PciAddress } from '../model/address.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { RootPlace } from './numberBuses.ts';
import type { BridgeNumbers, NumberDraft } from './numberDraft.ts';

/**
 * The document with the numbers of a draft. What does not change stays the same object, the document
 * itself included, so that a machine that has its numbers is given back as it is.
 */
export function writeNumbers(
  machine: Machine,
  draft: NumberDraft,
  places: readonly (RootPlace | null)[],
): Machine {
  const functions = mapIfChanged(machine.functions, (fn, index) => writeFunction(fn, index, draft));
  const hostBridges = mapIfChanged(machine.hostBridges, (host, index) =>
    writeHost(host, places[index] ?? null),
  );
  if (functions === machine.functions && hostBridges === machine.hostBridges) return machine;
  return { ...machine, functions, hostBridges };
}

/** The list with each item made anew; the very same list where no item changed. */
export function mapIfChanged<T>(
  items: readonly T[],
  change: (item: T, index: number) => T,
): readonly T[] {
  let isChanged = false;
  const changed = items.map((item, index) => {
    const now = change(item, index);
    if (now !== item) isChanged = true;
    return now;
  });
  return isChanged ? changed : items;
}

function writeFunction(fn: PciFunction, index: number, draft: NumberDraft): PciFunction {
  const address = draft.addresses[index] ?? null;
  const bridge = writeBridge(fn, draft.bridges[index] ?? null);
  const multifunction = draft.multifunction[index] ?? fn.multifunction;
  const isSame =
    isSameAddress(address, fn.address) &&
    bridge === fn.bridge &&
    multifunction === fn.multifunction;
  return isSame ? fn : { ...fn, address, bridge, multifunction };
}

function writeBridge(fn: PciFunction, numbers: BridgeNumbers | null): PciFunction['bridge'] {
  const { bridge } = fn;
  if (!numbers) return bridge;
  if (bridge === null || bridge === UNKNOWN) return { ...numbers, windows: UNKNOWN };
  const isSame =
    bridge.primary === numbers.primary &&
    bridge.secondary === numbers.secondary &&
    bridge.subordinate === numbers.subordinate;
  return isSame ? bridge : { ...bridge, ...numbers };
}

function writeHost(host: HostBridge, place: RootPlace | null): HostBridge {
  if (!place) return host;
  const { domain, rootBus, lastBus } = place;
  const isSame = host.domain === domain && host.rootBus === rootBus && host.lastBus === lastBus;
  return isSame ? host : { ...host, domain, rootBus, lastBus };
}

export function isSameAddress(a: PciAddress | null, b: PciAddress | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.domain === b.domain && a.bus === b.bus && a.device === b.device && a.function === b.function
  );
}

import type { Draft } from 'immer';
import { UNKNOWN } from '../base/unknown.ts';
import { compareAddresses, formatAddress, type PciAddress } from '../model/address.ts';
import { unknownFunction } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { PciFunction, PciId } from '../model/pciFunction.ts';
import { kindsOf } from '../model/references.ts';

/** Base class 6, sub-class 0: a host bridge (PCI Code and ID Assignment). */
const HOST_BRIDGE_CLASS = 0x060000;

/**
 * Gives a host bridge the ids by which Linux knows it: those of function 00.0 on its root bus
 * (`pci_host_bridge_dev()`, drivers/pci/p2pdma.c). Where the document shows none, one is added.
 */
export function setHostIdentity(
  draft: Draft<Machine>,
  { host, pciId }: { readonly host: HostBridgeId; readonly pciId: PciId },
  machine: Machine,
): void {
  const bridge = machine.hostBridges.find((each) => each.id === host);
  if (!bridge) throw new RangeError(`no host bridge ${host}`);
  if (bridge.rootBus === null) throw new RangeError(`${host} has no bus number yet`);
  const address = { domain: bridge.domain, bus: bridge.rootBus, device: 0, function: 0 };
  const place = machine.functions.findIndex(
    (fn) => fn.address !== null && compareAddresses(fn.address, address) === 0,
  );
  const shown = machine.functions[place];
  const fn = draft.functions[place];
  if (!shown || !fn) {
    draft.functions.splice(
      placeFor(machine, bridge, address),
      0,
      hostBridgeFunction(machine, bridge, address, pciId) as Draft<PciFunction>,
    );
    return;
  }
  const isNew =
    shown.pciId === UNKNOWN ||
    shown.pciId.vendor !== pciId.vendor ||
    shown.pciId.device !== pciId.device;
  if (isNew) {
    fn.pciId = { ...pciId };
    // What the dump printed is the name of the ids before.
    fn.names.vendor = null;
    fn.names.device = null;
  }
  if (shown.deviceIdFromName) fn.deviceIdFromName = false;
}

function hostBridgeFunction(
  machine: Machine,
  host: HostBridge,
  address: PciAddress,
  pciId: PciId,
): PciFunction {
  const hasSiblings = machine.functions.some(
    (fn) =>
      fn.address !== null &&
      fn.address.device === 0 &&
      fn.address.bus === address.bus &&
      fn.address.domain === address.domain,
  );
  return {
    ...unknownFunction(freeId(machine, formatAddress(address)), address),
    parent: { kind: 'host', id: host.id },
    type: 'conventional',
    headerType: 0,
    multifunction: hasSiblings,
    pciId: { ...pciId },
    classCode: HOST_BRIDGE_CLASS,
    bridge: null,
    pcie: null,
    acs: null,
    ats: null,
    ari: null,
    sriov: null,
    bars: [],
    numaNode: host.numaNode,
    driver: null,
  };
}

function freeId(machine: Machine, wanted: string): FunctionId {
  const taken = kindsOf(machine).kinds;
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}#${count}`;
  return id as FunctionId;
}

/** Before its siblings, else where the numbers say. */
function placeFor(machine: Machine, host: HostBridge, address: PciAddress): number {
  const sibling = machine.functions.findIndex(
    ({ parent }) => parent !== UNKNOWN && parent.kind === 'host' && parent.id === host.id,
  );
  if (sibling >= 0) return sibling;
  const later = machine.functions.findIndex(
    (fn) => fn.address !== null && compareAddresses(fn.address, address) > 0,
  );
  return later >= 0 ? later : machine.functions.length;
}

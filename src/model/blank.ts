import { UNKNOWN } from '../base/unknown.ts';
import type { PciAddress } from './address.ts';
import type { FunctionId } from './ids.ts';
import { type Machine, SCHEMA_VERSION } from './machine.ts';
import type { PciFunction } from './pciFunction.ts';
import type { PcieCapability } from './registers.ts';
import type { Settings } from './settings.ts';

/** Settings of which nothing is known. */
export const UNKNOWN_SETTINGS: Settings = {
  kernel: UNKNOWN,
  cmdline: UNKNOWN,
  cpu: UNKNOWN,
  iommu: UNKNOWN,
  iommuMode: UNKNOWN,
  acsWords: 'as-is',
};

/** A document without a part in it. */
export function blankMachine(origin: Machine['origin'], name: string): Machine {
  return {
    format: 'peerlane',
    schema: SCHEMA_VERSION,
    name,
    origin,
    sockets: [],
    socketLinks: [],
    hostBridges: [],
    functions: [],
    slots: [],
    sideLinks: [],
    settings: { ...UNKNOWN_SETTINGS, acsWords: origin === 'drawn' ? 'boot' : 'as-is' },
    workload: { flows: [], groups: [], scatterlists: [] },
    notes: [],
    placements: [],
    sketch: null,
  };
}

/** A function of which nothing is known but its address: where every importer starts. */
export function unknownFunction(id: FunctionId, address: PciAddress): PciFunction {
  return {
    id,
    address,
    fixedAddress: null,
    hotplugReserve: null,
    parent: UNKNOWN,
    physfn: null,
    type: UNKNOWN,
    headerType: UNKNOWN,
    multifunction: UNKNOWN,
    pciId: UNKNOWN,
    deviceIdFromName: false,
    subsystemId: UNKNOWN,
    revision: UNKNOWN,
    classCode: UNKNOWN,
    bridge: UNKNOWN,
    pcie: UNKNOWN,
    acs: UNKNOWN,
    ats: UNKNOWN,
    ari: UNKNOWN,
    sriov: UNKNOWN,
    bars: UNKNOWN,
    p2pMemory: [],
    numaNode: UNKNOWN,
    driver: UNKNOWN,
    dma: UNKNOWN,
    iommuGroup: UNKNOWN,
    iommuDomain: UNKNOWN,
    externalFacing: UNKNOWN,
    untrusted: UNKNOWN,
    slot: null,
    part: null,
    names: { vendor: null, device: null, className: null, subsystem: null },
    label: null,
  };
}

/** A PCI Express capability of which only the presence is known. */
export const UNKNOWN_PCIE: PcieCapability = {
  version: UNKNOWN,
  link: UNKNOWN,
  slotImplemented: UNKNOWN,
  slotNumber: UNKNOWN,
  maxPayloadSupported: UNKNOWN,
  maxPayload: UNKNOWN,
  maxReadRequest: UNKNOWN,
  readCompletionBoundary: UNKNOWN,
  tags: UNKNOWN,
  relaxedOrdering: UNKNOWN,
  noSnoop: UNKNOWN,
};

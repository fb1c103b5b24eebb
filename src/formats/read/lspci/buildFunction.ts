import { type Maybe, type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { PciAddress } from '../../../model/address.ts';
import { unknownFunction } from '../../../model/blank.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction, PciId } from '../../../model/pciFunction.ts';
import type {
  AcsRegisters,
  BridgeRegisters,
  Link,
  LinkState,
  PcieCapability,
  SriovCapability,
} from '../../../model/registers.ts';
import {
  type FactName,
  type Facts,
  type FactValues,
  factValue,
} from '../configSpace/functionFacts.ts';

/** The stated value, else unknown. */
function stated<Name extends FactName>(facts: Facts, name: Name): OrUnknown<FactValues[Name]> {
  return factValue(facts, name) ?? UNKNOWN;
}

/** As {@link stated}, for values of which `null` says that there is none. */
function statedOrNone<Name extends FactName>(
  facts: Facts,
  name: Name,
): FactValues[Name] | typeof UNKNOWN {
  const value = factValue(facts, name);
  return value === undefined ? UNKNOWN : value;
}

/** A part whose presence is a statement of its own. */
function part<T>(present: boolean | undefined, build: () => T): Maybe<T> {
  if (present === undefined) return UNKNOWN;
  return present ? build() : null;
}

function idOf(vendor: number | undefined, device: number | undefined): OrUnknown<PciId> {
  return vendor === undefined || device === undefined ? UNKNOWN : { vendor, device };
}

function bridgeOf(facts: Facts): BridgeRegisters {
  return {
    primary: stated(facts, 'primaryBus'),
    secondary: stated(facts, 'secondaryBus'),
    subordinate: stated(facts, 'subordinateBus'),
    windows: stated(facts, 'windows'),
  };
}

function linkState(gts: number | undefined, width: number | undefined): OrUnknown<LinkState> {
  if (gts === undefined && width === undefined) return UNKNOWN;
  return { gts: gts ?? UNKNOWN, width: width ?? UNKNOWN };
}

function linkOf(facts: Facts): Link {
  return {
    capable: linkState(factValue(facts, 'capableGts'), factValue(facts, 'capableWidth')),
    current: linkState(factValue(facts, 'currentGts'), factValue(facts, 'currentWidth')),
    targetGts: statedOrNone(facts, 'targetGts'),
    portNumber: stated(facts, 'portNumber'),
  };
}

/** Tags as Device Control and Device Control 2 allow them (PCIe base specification 2.2.6.2). */
function tagsOf(facts: Facts): OrUnknown<number> {
  if (factValue(facts, 'tenBitTags') === true) return 1024;
  const extended = factValue(facts, 'extendedTags');
  if (extended === undefined) return UNKNOWN;
  return extended ? 256 : 32;
}

function pcieOf(facts: Facts): PcieCapability {
  const slot = factValue(facts, 'slotImplemented');
  return {
    version: stated(facts, 'pcieVersion'),
    link: part(factValue(facts, 'link'), () => linkOf(facts)),
    slotImplemented: slot ?? UNKNOWN,
    slotNumber: slot === false ? null : stated(facts, 'slotNumber'),
    maxPayloadSupported: stated(facts, 'maxPayloadSupported'),
    maxPayload: stated(facts, 'maxPayload'),
    maxReadRequest: stated(facts, 'maxReadRequest'),
    readCompletionBoundary: stated(facts, 'readCompletionBoundary'),
    tags: tagsOf(facts),
    relaxedOrdering: stated(facts, 'relaxedOrdering'),
    noSnoop: stated(facts, 'noSnoop'),
  };
}

/** The firmware's word cannot be seen in a machine that Linux has booted. */
function acsOf(facts: Facts): AcsRegisters {
  return {
    capability: stated(facts, 'acsCapability'),
    control: stated(facts, 'acsControl'),
    firmwareControl: UNKNOWN,
    egressVector: statedOrNone(facts, 'egressVector'),
    dwordAt8: stated(facts, 'acsDwordAt8'),
  };
}

function sriovOf(facts: Facts): SriovCapability {
  return {
    enabled: stated(facts, 'vfEnabled'),
    totalVfs: stated(facts, 'totalVfs'),
    numVfs: stated(facts, 'numVfs'),
    firstVfOffset: stated(facts, 'firstVfOffset'),
    vfStride: stated(facts, 'vfStride'),
    vfDeviceId: stated(facts, 'vfDeviceId'),
    bars: stated(facts, 'vfBars'),
  };
}

function subsystemOf(facts: Facts): Maybe<PciId> {
  if (factValue(facts, 'subsystem') === false) return null;
  return idOf(factValue(facts, 'subsystemVendorId'), factValue(facts, 'subsystemDeviceId'));
}

/** Everything that is stated about a function, in the document's form. Its place comes later. */
export function buildFunction(id: FunctionId, address: PciAddress, facts: Facts): PciFunction {
  return {
    ...unknownFunction(id, address),
    type: stated(facts, 'type'),
    headerType: stated(facts, 'headerType'),
    multifunction: stated(facts, 'multifunction'),
    pciId: idOf(factValue(facts, 'vendorId'), factValue(facts, 'deviceId')),
    subsystemId: subsystemOf(facts),
    revision: stated(facts, 'revision'),
    classCode: stated(facts, 'classCode'),
    bridge: part(factValue(facts, 'bridge'), () => bridgeOf(facts)),
    pcie: part(factValue(facts, 'pcie'), () => pcieOf(facts)),
    acs: part(factValue(facts, 'acs'), () => acsOf(facts)),
    ats: part(factValue(facts, 'ats'), () => ({ enabled: stated(facts, 'atsEnabled') })),
    ari: part(factValue(facts, 'ari'), () => ({ nextFunction: stated(facts, 'ariNextFunction') })),
    sriov: part(factValue(facts, 'sriov'), () => sriovOf(facts)),
    bars: stated(facts, 'bars'),
    numaNode: statedOrNone(facts, 'numaNode'),
    driver: statedOrNone(facts, 'driver'),
    iommuGroup: statedOrNone(facts, 'iommuGroup'),
    names: {
      vendor: factValue(facts, 'vendorName') ?? null,
      device: factValue(facts, 'deviceName') ?? null,
      className: factValue(facts, 'className') ?? null,
      subsystem: factValue(facts, 'subsystemName') ?? null,
    },
  };
}

import { hex64 } from '../base/hex.ts';
import { type Maybe, type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import { unknownFunction } from '../model/blank.ts';
import type { FunctionId } from '../model/ids.ts';
import type { FunctionType, Parent, PciFunction, PciId } from '../model/pciFunction.ts';
import type {
  AcsRegisters,
  Bar,
  BridgeRegisters,
  DmaLimits,
  PcieCapability,
} from '../model/registers.ts';
import type { AcsPlan, BarPlan, LinkPlan } from './part.ts';

/** Where a part goes, and what it is called there. */
export interface At {
  readonly id: FunctionId;
  readonly parent: Parent;
  readonly label: string | null;
  readonly numaNode: Maybe<number>;
}

/** What a plan says of one function; the rest follows from its type. */
export interface Plan {
  /** Id of the catalogue part. */
  readonly model: string;
  readonly type: FunctionType;
  readonly multifunction: boolean;
  readonly pciId: OrUnknown<PciId>;
  readonly classCode: OrUnknown<number>;
  readonly link: OrUnknown<LinkPlan | null>;
  readonly acs: OrUnknown<AcsPlan | null>;
  readonly bars: OrUnknown<readonly BarPlan[]>;
  readonly maxPayload: OrUnknown<number>;
  readonly driver: Maybe<string>;
  readonly change?: Partial<PciFunction>;
}

export const PCI_BRIDGE_CLASS = 0x060400;

/**
 * What Linux assumes of a device of which no driver said more: 32 address bits, segments of 64 KiB
 * that cross no 4 GiB line. Source: `pci_setup_device()` and `pci_device_add()`,
 * drivers/pci/probe.c, Linux 5.4 to 7.0.
 */
export const DEFAULT_DMA: DmaLimits = {
  maskBits: 32,
  maxSegment: 0x10000,
  segmentBoundary: hex64(0xffff_ffffn),
};

const BRIDGES: ReadonlySet<FunctionType> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);
const CONVENTIONAL: ReadonlySet<FunctionType> = new Set(['conventional', 'conventional-bridge']);
const LINKLESS: ReadonlySet<FunctionType> = new Set(['rciep', 'rcec']);
const WITH_SLOT: ReadonlySet<FunctionType> = new Set(['root-port', 'downstream']);

/**
 * A function as it is before it is numbered: registers at their reset values, everything that the
 * plan does not tell unknown.
 */
export function makeFunction(plan: Plan, at: At): PciFunction {
  return {
    ...unknownFunction(at.id, { domain: 0, bus: 0, device: 0, function: 0 }),
    address: null,
    parent: at.parent,
    type: plan.type,
    headerType: BRIDGES.has(plan.type) ? 1 : 0,
    multifunction: plan.multifunction,
    pciId: plan.pciId,
    classCode: plan.classCode,
    bridge: BRIDGES.has(plan.type) ? UNNUMBERED : null,
    pcie: CONVENTIONAL.has(plan.type) ? null : pcieOf(plan),
    acs: acsOf(plan.acs),
    ats: null,
    ari: null,
    sriov: null,
    bars: barsOf(plan.bars),
    numaNode: at.numaNode,
    driver: plan.driver,
    dma: DEFAULT_DMA,
    externalFacing: false,
    untrusted: false,
    part: { model: plan.model, latencyNs: null, cmbBytes: null },
    label: at.label,
    ...plan.change,
  };
}

const UNNUMBERED: BridgeRegisters = {
  primary: UNKNOWN,
  secondary: UNKNOWN,
  subordinate: UNKNOWN,
  windows: UNKNOWN,
};

/**
 * Reset values: Max_Read_Request_Size 512 bytes, relaxed ordering and no-snoop enabled; the read
 * completion boundary is 64 bytes where it is writable, and a root port's own choice.
 * Max_Payload_Size is what the firmware agrees on over the whole path, which no part knows.
 * Source: PCIe base specification 7.5.3.4, 7.5.3.7.
 */
function pcieOf({ type, link, maxPayload }: Plan): PcieCapability {
  const isPort = WITH_SLOT.has(type);
  return {
    version: 2,
    link: LINKLESS.has(type) ? null : linkOf(link),
    slotImplemented: isPort ? UNKNOWN : false,
    slotNumber: isPort ? UNKNOWN : null,
    maxPayloadSupported: maxPayload,
    maxPayload: UNKNOWN,
    maxReadRequest: 512,
    readCompletionBoundary: type === 'root-port' ? UNKNOWN : 64,
    tags: UNKNOWN,
    relaxedOrdering: true,
    noSnoop: true,
  };
}

/** A link that can do this, and runs so. */
export function linkOf(link: OrUnknown<LinkPlan | null>): PcieCapability['link'] {
  if (link === UNKNOWN || link === null) return link;
  const { gts, width } = link;
  return {
    capable: { gts, width },
    current: { gts, width },
    targetGts: gts,
    portNumber: UNKNOWN,
  };
}

/** ACS registers of the standard form, as a firmware leaves them. */
export function acsOf(acs: OrUnknown<AcsPlan | null>): Maybe<AcsRegisters> {
  if (acs === UNKNOWN || acs === null) return acs;
  const { capability, control } = acs;
  return { capability, control, firmwareControl: control, egressVector: null, dwordAt8: 0 };
}

/** BARs without an address. */
export function barsOf(bars: OrUnknown<readonly BarPlan[]>): OrUnknown<readonly Bar[]> {
  if (bars === UNKNOWN) return UNKNOWN;
  return bars.map(({ index, kind, is64bit, prefetchable, size, resizableTo }) => ({
    index,
    kind,
    is64bit,
    prefetchable,
    address: null,
    size,
    resizableTo,
  }));
}

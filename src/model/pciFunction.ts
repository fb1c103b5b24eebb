import type { Maybe, OrUnknown } from '../base/unknown.ts';
import type { PciAddress } from './address.ts';
import type { FunctionId, HostBridgeId, SlotId } from './ids.ts';
import type {
  AcsRegisters,
  AriCapability,
  AtsCapability,
  Bar,
  BridgeRegisters,
  DmaLimits,
  PcieCapability,
  SriovCapability,
} from './registers.ts';

/**
 * What a function is on the bus. The first eight are Device/Port Types of the PCI Express
 * capability (PCIe base specification 7.5.3.2); the last two have no such capability.
 */
export const FUNCTION_TYPES = [
  'endpoint',
  'legacy-endpoint',
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'rciep',
  'rcec',
  'conventional',
  'conventional-bridge',
] as const;
export type FunctionType = (typeof FUNCTION_TYPES)[number];

/** The bridge whose secondary bus a function sits on, or the root bus of a host bridge. */
export type Parent =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'host'; readonly id: HostBridgeId };

/**
 * Vendor and device id; of the subsystem likewise. A dump that prints names may give the vendor
 * away and not the device.
 */
export interface PciId {
  readonly vendor: number;
  readonly device: OrUnknown<number>;
}

/** Memory of a function that is offered for peer-to-peer DMA (`pci_p2pdma_add_resource`). */
export interface P2pMemory {
  readonly bar: number;
  /** Bytes from the start of the BAR. */
  readonly offset: number;
  readonly size: number;
  /** Published memory is what `pci_p2pmem_find_many` may choose. */
  readonly published: boolean;
}

/** What a drawing or a catalogue knows of a part, beyond what its registers say. */
export interface PartFacts {
  /** Catalogue entry, if it was made from one. */
  readonly model: string | null;
  /** One-way latency through the part in ns, where the user gave one. */
  readonly latencyNs: number | null;
  /** Of a switch's upstream port: what passes through it in all, bytes/s. Left out: what its links carry. */
  readonly throughBytesPerSecond?: number;
  /** Size of an NVMe controller memory buffer in bytes. */
  readonly cmbBytes: number | null;
}

/**
 * Numbers that were set by hand and that numbering keeps; `null` where it chooses. A function number
 * above 0 without a device number belongs to the device of the sibling before it.
 */
export interface FixedAddress {
  readonly bus: number | null;
  readonly device: number | null;
  readonly function: number | null;
}

/** What a hotplug port keeps free behind it, beyond what is plugged in now. */
export interface HotplugReserve {
  /** Bus numbers. */
  readonly buses: number;
  /** Bytes of address space below 4 GiB (not prefetchable), and of prefetchable space. */
  readonly memory: number;
  readonly prefetchable: number;
}

/** Texts a dump printed for a function; shown, never decided on. */
export interface PrintedNames {
  readonly vendor: string | null;
  readonly device: string | null;
  readonly className: string | null;
  readonly subsystem: string | null;
}

/** One PCI function: the node of the tree. */
export interface PciFunction {
  readonly id: FunctionId;
  /** `null` for a drawn function that has not been numbered. */
  readonly address: PciAddress | null;
  readonly fixedAddress: FixedAddress | null;
  /** Only of ports that things are plugged into while the machine runs. */
  readonly hotplugReserve: HotplugReserve | null;
  readonly parent: OrUnknown<Parent>;
  /** The physical function, when this is a virtual one (SR-IOV). Its parent is the same. */
  readonly physfn: FunctionId | null;
  readonly type: OrUnknown<FunctionType>;
  /** 0, 1 or 2 (CardBus). */
  readonly headerType: OrUnknown<number>;
  readonly multifunction: OrUnknown<boolean>;
  readonly pciId: OrUnknown<PciId>;
  /** The device id was looked up by a printed name, which may have changed its meaning since. */
  readonly deviceIdFromName: boolean;
  readonly subsystemId: Maybe<PciId>;
  readonly revision: OrUnknown<number>;
  /** 24 bits: base class, sub-class, programming interface (0 when only the first two are known). */
  readonly classCode: OrUnknown<number>;
  /** `null` for what is not a bridge. */
  readonly bridge: Maybe<BridgeRegisters>;
  /** `null` for conventional PCI. */
  readonly pcie: Maybe<PcieCapability>;
  readonly acs: Maybe<AcsRegisters>;
  readonly ats: Maybe<AtsCapability>;
  readonly ari: Maybe<AriCapability>;
  readonly sriov: Maybe<SriovCapability>;
  readonly bars: OrUnknown<readonly Bar[]>;
  readonly p2pMemory: readonly P2pMemory[];
  /** `null`: the platform states none. */
  readonly numaNode: Maybe<number>;
  /** Kernel driver in use; `null`: none bound. */
  readonly driver: Maybe<string>;
  readonly dma: OrUnknown<DmaLimits>;
  /** As captured, for comparison; groups are always computed. `null`: in none. */
  readonly iommuGroup: Maybe<string>;
  /** The kind of the group's domain as captured (`identity`, `DMA`, `DMA-FQ`); `null`: none. */
  readonly iommuDomain: Maybe<string>;
  /** Firmware marks the port as leading out of the case (`ExternalFacingPort`). */
  readonly externalFacing: OrUnknown<boolean>;
  /** Linux distrusts what sits below an external port. */
  readonly untrusted: OrUnknown<boolean>;
  /** The slot this function's device is plugged into. */
  readonly slot: SlotId | null;
  readonly part: PartFacts | null;
  readonly names: PrintedNames;
  /** The user's own name for it. */
  readonly label: string | null;
}

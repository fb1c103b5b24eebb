import type { FunctionType, PciId } from '../model/pciFunction.ts';
import type { Cpu, IommuHardware } from '../model/settings.ts';
import type { Figure } from './figure.ts';

/*
 * What a part brings along. The catalogue is data: a part is a row in one of the tables beside this
 * file, and everything in a row that could be right or wrong is a `Figure` with its source. What is
 * made of a row, `makePart.ts` says, the same for the text, the page and the tests.
 */

/** The words of a sketch's node lines. */
export const PART_KINDS = [
  'socket',
  'host',
  'port',
  'switch',
  'bridge',
  'vmd',
  'gpu',
  'nvme',
  'nic',
  'fpga',
  'hfi',
  'card',
  'rciep',
  'ntb',
  'mgmt',
  'fn',
  'slot',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Rate and lanes of a link that a part can do at most. GT/s per lane. */
export interface LinkPlan {
  readonly gts: number;
  readonly width: number;
}

/** A BAR as the part asks for it. Sizes in bytes. */
export interface BarPlan {
  readonly index: number;
  readonly size: number;
  readonly is64bit: boolean;
  readonly prefetchable: boolean;
  readonly kind: 'memory' | 'io';
  /** Sizes of the Resizable BAR capability, ascending; `null`: the BAR has one size. */
  readonly resizableTo: readonly number[] | null;
}

/** ACS words of a function that has the capability: what it can do, and what its firmware sets. */
export interface AcsPlan {
  readonly capability: number;
  readonly control: number;
}

/** Virtual functions that a physical one can bring up. */
export interface SriovPlan {
  readonly totalVfs: number;
  /** Routing id of the first, relative to the physical function's, and from one to the next. */
  readonly firstOffset: number;
  readonly stride: number;
  /** Device id of the virtual functions (the vendor is the physical function's). */
  readonly deviceId: number | 'unknown';
  /** BARs of one virtual function. */
  readonly bars: readonly BarPlan[] | 'unknown';
}

/** One function of a device. */
export interface FunctionPlan {
  /** Its number within the device. */
  readonly number: number;
  /** What it is for: `graphics`, `audio`, `management`. */
  readonly role: string;
  readonly type: FunctionType;
  readonly pciId: Figure<PciId>;
  readonly classCode: Figure<number>;
  readonly bars: Figure<readonly BarPlan[]>;
  /** `null` as value: it has no such capability. */
  readonly acs: Figure<AcsPlan | null>;
  readonly ats: Figure<boolean>;
  readonly ari: Figure<boolean>;
  readonly sriov: Figure<SriovPlan | null>;
  /** Kernel driver that binds to it, `null`: none does by itself. */
  readonly driver: Figure<string | null>;
  /** What DMA the driver and the device can do; the kernel's defaults where a driver sets nothing. */
  readonly dma: Figure<{ readonly maskBits: number; readonly maxSegment: number }>;
  /** Memory offered for peer-to-peer DMA; bytes within that BAR. */
  readonly p2pMemory: Figure<{
    readonly bar: number;
    readonly size: number;
    readonly published: boolean;
  } | null>;
  /** Max_Payload_Size supported, in bytes; tags it can have outstanding. */
  readonly maxPayload: Figure<number>;
  readonly tags: Figure<number>;
}

interface Named {
  /** One word, as a sketch writes it: `pex89104`, `mlx5`. Unique over the catalogue. */
  readonly id: string;
  /** `Broadcom PEX89104`. Unique over the catalogue. */
  readonly title: string;
  /** Other spellings that a sketch may use: `RTX PRO 6000`. */
  readonly aliases: readonly string[];
  /** One or two sentences that help to choose; no marketing. */
  readonly note: string;
}

/** Kinds that are endpoints; `fn` is a further function of a device. */
export type DeviceWord =
  | 'gpu'
  | 'nvme'
  | 'nic'
  | 'fpga'
  | 'hfi'
  | 'card'
  | 'rciep'
  | 'ntb'
  | 'mgmt'
  | 'fn';

/** An endpoint, with one or several functions; also integrated ones and management functions. */
export interface DevicePart extends Named {
  readonly kind: DeviceWord;
  /** `null` as value: integrated or conventional, it has no link. */
  readonly link: Figure<LinkPlan | null>;
  readonly functions: readonly FunctionPlan[];
  /**
   * A switch on the card: the functions above are then repeated below `ports` downstream ports of it
   * (dual-GPU cards, carriers of several drives).
   */
  readonly onboardSwitch: {
    readonly switch: string;
    readonly ports: number;
    /** Each function has a port of its own instead: function by function, in their order. */
    readonly spread?: boolean;
    /** Ids of the ports in their order, where they differ from the switch's row. */
    readonly portIds?: readonly Figure<PciId>[];
  } | null;
  /** Limits of an RDMA device: scatter/gather entries per request, memory regions, pages in one. */
  readonly rdma: {
    readonly maxSge: Figure<number>;
    readonly maxSgeRead: Figure<number>;
    readonly maxMr: Figure<number>;
    readonly maxPagesPerMr: Figure<number>;
  } | null;
  /** Latency of a read that it answers, in ns, where somebody measured it. */
  readonly readLatencyNs: Figure<number>;
}

/** A PCIe switch: one upstream port, downstream ports, perhaps functions beside the upstream port. */
export interface SwitchPart extends Named {
  readonly kind: 'switch';
  readonly upstream: SwitchPortPlan;
  readonly downstream: SwitchPortPlan;
  /** Most downstream ports; lanes over all ports. */
  readonly maxPorts: Figure<number>;
  readonly lanes: Figure<number>;
  readonly link: Figure<LinkPlan>;
  /** One way through, port to port, in ns. */
  readonly latencyNs: Figure<number>;
  /** Functions of the upstream port's device, beside the port (number 1 and up). */
  readonly management: readonly FunctionPlan[];
  /** Is every downstream port a device of its own on the internal bus, or a function of few? */
  readonly portsAre: Figure<'devices' | 'functions'>;
}

export interface SwitchPortPlan {
  readonly pciId: Figure<PciId>;
  readonly acs: Figure<AcsPlan | null>;
  readonly maxPayload: Figure<number>;
  /** BARs of the port itself; without a figure it has none. */
  readonly bars?: Figure<readonly BarPlan[]>;
}

/** A bridge between PCIe and conventional PCI, either way, or between two conventional buses. */
export interface BridgePart extends Named {
  readonly kind: 'bridge';
  readonly type: 'pcie-to-pci' | 'pci-to-pcie' | 'conventional-bridge';
  readonly pciId: Figure<PciId>;
  readonly classCode: Figure<number>;
  readonly link: Figure<LinkPlan | null>;
  readonly acs: Figure<AcsPlan | null>;
  /** BARs of the bridge itself; without a figure it has none. */
  readonly bars?: Figure<readonly BarPlan[]>;
  /** Kernel driver that binds to it; without a figure none does. */
  readonly driver?: Figure<string | null>;
}

/** Intel's Volume Management Device: an integrated endpoint with a domain of its own behind it. */
export interface VmdPart extends Named {
  readonly kind: 'vmd';
  readonly pciId: Figure<PciId>;
  /** First bus number of its domain. */
  readonly startBus: Figure<number>;
  /** Its own BARs: configuration space and memory of the domain behind it. */
  readonly bars?: Figure<readonly BarPlan[]>;
  readonly rootPort: RootPortPlan;
}

export interface RootPortPlan {
  readonly pciId: Figure<PciId>;
  readonly link: Figure<LinkPlan>;
  readonly acs: Figure<AcsPlan | null>;
  readonly maxPayload: Figure<number>;
  /** BARs of the port itself; without a figure it has none. */
  readonly bars?: Figure<readonly BarPlan[]>;
}

/** A root port that is a part by itself, such as an emulator's. */
export interface PortPart extends Named {
  readonly kind: 'port';
  readonly port: RootPortPlan;
}

/** A CPU or chipset with its root complex: what a `host` line names. */
export interface PlatformPart extends Named {
  readonly kind: 'host';
  readonly maker: string;
  /** Year that it came out, for sorting. */
  readonly year: Figure<number>;
  readonly cpu: Figure<Cpu>;
  readonly iommu: Figure<IommuHardware>;
  /**
   * Ids of function 00.0 of a root bus, by which Linux knows the host bridge. `null`: nothing is
   * there by itself, the first root port plugged in comes first.
   */
  readonly firstDevice: Figure<PciId | null>;
  readonly firstDeviceClass: Figure<number>;
  readonly rootPort: RootPortPlan;
  /** Lanes for cards of one socket, over all its host bridges; host bridges (root buses) a socket. */
  readonly lanes: Figure<number>;
  readonly hostBridges: Figure<number>;
  /** Does the root complex pass requests from one root port to another? */
  readonly forwardsWrites: Figure<boolean>;
  readonly forwardsReads: Figure<boolean>;
  /**
   * What it passes so, payload in bytes/s: all data that go from root port to root port and enter or
   * leave by a port of one host bridge, taken together.
   */
  readonly forwardingRate: Figure<number>;
  /** Largest payload of the writes that it sends out again; unknown: as they came. */
  readonly forwardedPayload: Figure<number>;
  /** Payload in bytes/s that reaches one root port from the root ports of all other sockets. */
  readonly socketPeerRate: Figure<number>;
  /** Payload in bytes/s that the devices below one host bridge together write to the host's memory. */
  readonly memoryWriteRate: Figure<number>;
  /** Between two sockets: total of the links one way in bytes/s; added latency in ns. */
  readonly socketRate: Figure<number>;
  readonly socketLatencyNs: Figure<number>;
  /** Bus address minus CPU address of the memory window, where the two differ. */
  readonly windowOffset: Figure<number>;
  /** Round trip of a 64-byte read of host memory by a device, in ns. */
  readonly memoryReadNs: Figure<number>;
  /** Functions that every such machine has on its first root bus, with their places. */
  readonly integrated: readonly {
    readonly device: number;
    readonly function: FunctionPlan;
  }[];
}

/** A slot or connector of a board. */
export interface SlotPart extends Named {
  readonly kind: 'slot';
  readonly lanes: Figure<number>;
  /** Ways in which its lanes can be divided, each adding up to `lanes`. */
  readonly bifurcations: Figure<readonly (readonly number[])[]>;
}

export type CataloguePart =
  | PlatformPart
  | SwitchPart
  | BridgePart
  | PortPart
  | VmdPart
  | DevicePart
  | SlotPart;

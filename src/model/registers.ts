import type { Hex64 } from '../base/hex.ts';
import type { Maybe, OrUnknown } from '../base/unknown.ts';

/**
 * Access Control Services, extended capability 0x000d (PCIe base specification 7.7.11).
 * `capability` is the word at +4, `control` the word at +6.
 */
export interface AcsRegisters {
  readonly capability: OrUnknown<number>;
  /** As the machine runs now. */
  readonly control: OrUnknown<number>;
  /** As the firmware left it, before Linux changed it; what `--acs boot` starts from. */
  readonly firmwareControl: OrUnknown<number>;
  /** Egress control vector, one bit per port, as 32-bit words; only where Egress Control exists. */
  readonly egressVector: Maybe<readonly number[]>;
  /**
   * The dword at +8 as read, whatever it means: on Intel 100 and 200 series root ports the control
   * word lies there, and Linux reads it so.
   */
  readonly dwordAt8: OrUnknown<number>;
}

/** ACS bits, the same places in capability and control word (PCIe base specification 7.7.11.2). */
export const ACS_BITS = {
  SV: 0x01,
  TB: 0x02,
  RR: 0x04,
  CR: 0x08,
  UF: 0x10,
  EC: 0x20,
  DT: 0x40,
} as const;
export type AcsBit = keyof typeof ACS_BITS;

/** Per-lane rate and lane count. `width` 0 is a link that is down. */
export interface LinkState {
  /** GT/s per lane: 2.5, 5, 8, 16, 32, 64, 128. */
  readonly gts: OrUnknown<number>;
  readonly width: OrUnknown<number>;
}

/** The link above a device or below a port (PCIe base specification 7.5.3.6 to 7.5.3.8, 7.5.3.19). */
export interface Link {
  /** What this end can do (LnkCap). */
  readonly capable: OrUnknown<LinkState>;
  /** What was negotiated (LnkSta). */
  readonly current: OrUnknown<LinkState>;
  /** Highest rate that software asks for (LnkCtl2), GT/s. */
  readonly targetGts: Maybe<number>;
  /** LnkCap's Port Number, the index into egress control vectors. */
  readonly portNumber: OrUnknown<number>;
}

/** PCI Express capability, id 0x10 (PCIe base specification 7.5.3). */
export interface PcieCapability {
  readonly version: OrUnknown<number>;
  /** `null` for integrated functions, which have no link. */
  readonly link: Maybe<Link>;
  readonly slotImplemented: OrUnknown<boolean>;
  /** The slot number of the slot capabilities register; `null` without a slot. */
  readonly slotNumber: Maybe<number>;
  /** Max_Payload_Size in bytes: supported and set. */
  readonly maxPayloadSupported: OrUnknown<number>;
  readonly maxPayload: OrUnknown<number>;
  /** Max_Read_Request_Size in bytes. */
  readonly maxReadRequest: OrUnknown<number>;
  /** Read completion boundary in bytes: 64 or 128. */
  readonly readCompletionBoundary: OrUnknown<number>;
  /** Number of tags that the device may use: 32, 256 or 1024. */
  readonly tags: OrUnknown<number>;
  readonly relaxedOrdering: OrUnknown<boolean>;
  readonly noSnoop: OrUnknown<boolean>;
}

/** One base address register that asks for space. `index` 6 is the expansion ROM. */
export interface Bar {
  readonly index: number;
  readonly kind: 'memory' | 'io';
  readonly is64bit: boolean;
  readonly prefetchable: boolean;
  /** Address as the CPU sees it, `null` when none is assigned. */
  readonly address: Hex64 | null;
  /** Bytes; hexadecimal dumps alone do not show it. */
  readonly size: OrUnknown<number>;
  /** Sizes in bytes that a Resizable BAR capability offers; `null`: it cannot be resized. */
  readonly resizableTo: Maybe<readonly number[]>;
}

/** A bridge's forwarding range, inclusive; `null` as range when the window is closed. */
export interface BridgeWindow {
  readonly kind: 'io' | 'memory' | 'prefetchable';
  readonly base: Hex64;
  readonly limit: Hex64;
}

/** What only bridges (header type 1) have. Bus numbers 0 to 255. */
export interface BridgeRegisters {
  readonly primary: OrUnknown<number>;
  readonly secondary: OrUnknown<number>;
  readonly subordinate: OrUnknown<number>;
  readonly windows: OrUnknown<readonly BridgeWindow[]>;
}

/** Single Root I/O Virtualization, extended capability 0x0010, on the physical function. */
export interface SriovCapability {
  readonly enabled: OrUnknown<boolean>;
  readonly totalVfs: OrUnknown<number>;
  readonly numVfs: OrUnknown<number>;
  /** Routing id of the first virtual function, relative to the physical function's. */
  readonly firstVfOffset: OrUnknown<number>;
  readonly vfStride: OrUnknown<number>;
  readonly vfDeviceId: OrUnknown<number>;
  readonly bars: OrUnknown<readonly Bar[]>;
}

/** Address Translation Services, extended capability 0x000f. */
export interface AtsCapability {
  readonly enabled: OrUnknown<boolean>;
}

/** What a driver tells the kernel about its device's DMA (`struct device_dma_parameters`, masks). */
export interface DmaLimits {
  /** Address bits that the device drives. */
  readonly maskBits: number;
  /** Longest segment in bytes. */
  readonly maxSegment: number;
  /** No segment crosses a multiple of this plus one, e.g. 0xffffffff. */
  readonly segmentBoundary: Hex64;
}

/** Alternative Routing-ID Interpretation, extended capability 0x000e. */
export interface AriCapability {
  readonly nextFunction: OrUnknown<number>;
}

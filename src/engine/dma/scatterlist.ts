import type { FunctionId } from '../../model/ids.ts';
import type { MapType } from '../p2pdma/verdict.ts';
import type { DmaAddress } from './dmaAddress.ts';

/** Memory that one provider lends, as the mapping code sees it: one `dev_pagemap`. */
export interface PeerMemory {
  readonly provider: FunctionId | null;
  /** What the mapping code takes the pair for; `null`: the input does not show it. */
  readonly mapType: MapType | null;
  /** Added to a CPU address, gives what this kernel programs as bus address; 0 on most x86 machines. */
  readonly busOffset: number;
  /** The offset was taken with the wrong sign (up to 5.15, where it is not 0). */
  readonly hasWrongSign?: boolean;
}

/** One element of a scatterlist, before it is mapped. Addresses and lengths in bytes. */
export interface SgEntry {
  /** CPU physical address of its first byte. */
  readonly phys: DmaAddress;
  readonly length: number;
  /** `null`: host memory. Entries of one provider share the object. */
  readonly peer: PeerMemory | null;
  /** High memory: the kernel keeps no address of its own for it. Devices do not mind. */
  readonly hasNoKernelMapping?: boolean;
}

/** What a driver told the kernel of its device's DMA, and where the device stands. */
export interface DmaDevice {
  /** The highest address that it sends: 2^bits - 1 (as a number; 64 bits round up to 2^64). */
  readonly mask: number;
  /** The highest address that the bus above it carries; `null`: no limit. */
  readonly busLimit: number | null;
  /** Longest segment in bytes: at most 0xffffffff. */
  readonly maxSegment: number;
  /** No segment crosses a multiple of this plus one. */
  readonly boundary: number;
  /** Behind an external-facing port: each entry is mapped alone, in whole pages, or bounced. */
  readonly isUntrusted: boolean;
  /** Low bits that bounce buffers must keep, such as 4095 for NVMe. */
  readonly minAlignMask: number;
}

import type { Hex64 } from '../base/hex.ts';
import type { FlowId, FunctionId, ScatterlistId, SocketId } from './ids.ts';

/** An end of a flow: memory of a function, the memory of a socket, a scatterlist. */
export type FlowEnd =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'memory'; readonly socket: SocketId | null }
  | { readonly kind: 'scatterlist'; readonly id: ScatterlistId };

/** Who moves the data when neither end does: another device, or a CPU's loads and stores. */
export type FlowEngine =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | {
      readonly kind: 'cpu';
      readonly socket: SocketId | null;
      /** How the CPU maps the memory: uncached, write combining, write back. */
      readonly caching: 'UC' | 'WC' | 'WB';
    };

/** A stream of transfers. */
export interface Flow {
  readonly id: FlowId;
  readonly label: string | null;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** `write`: `from` stores into `to`. `read`: `to` fetches from `from`. `copy`: `by` does both. */
  readonly operation: 'write' | 'read' | 'copy';
  readonly by: FlowEngine | null;
  readonly bothWays: boolean;
  /** Bytes per transfer; `null`: as the device would. */
  readonly sizeBytes: number | null;
  readonly queueDepth: number | null;
  /** Bytes per second that the source offers; `null`: as much as it can. */
  readonly rateBytesPerSecond: number | null;
}

/** A collective: several functions that move data in a pattern. */
export interface FlowGroup {
  readonly id: FlowId;
  readonly label: string | null;
  /**
   * - `ring`: each to the next one, the last to the first; `sequence`: without that
   * - `all-to-all`: each to each
   * - `incast`: all to the first one (reads: the first one from all)
   * - `nvme-of`: a target's pipeline: the first one is the NIC, the others are drives, and `through`
   *   says whose memory holds the data between them
   */
  readonly pattern: 'ring' | 'all-to-all' | 'incast' | 'sequence' | 'nvme-of';
  readonly members: readonly FlowEnd[];
  /** Only of `nvme-of`: a drive's memory buffer, another function's memory, or the host's (left out). */
  readonly through?: FlowEnd;
  readonly operation: 'write' | 'read';
  readonly sizeBytes: number | null;
}

/** Pages that are no ordinary memory of the host, by the names that texts have for them. */
export const RAM_PAGES = ['fs-dax', 'device-dax', 'highmem'] as const;

/**
 * What kind of page a piece of the host's memory is.
 * - `fs-dax`, `device-dax`: memory of a device with pages of its own, which a file system (a DAX file)
 *   or a program (`/dev/dax`) hands out; it is no PCI device's memory for peers
 * - `highmem`: memory that the kernel keeps no address for (32-bit kernels with HIGHMEM)
 */
export type RamPage = (typeof RAM_PAGES)[number];

/** One piece of memory in a scatterlist. */
export type ScatterlistEntry =
  | {
      readonly kind: 'ram';
      readonly address: Hex64;
      readonly length: number;
      /** Absent: ordinary memory. */
      readonly page?: RamPage;
    }
  | {
      readonly kind: 'peer';
      readonly provider: FunctionId;
      readonly bar: number;
      readonly offset: number;
      readonly length: number;
    };

/** Memory that a device is asked to reach in one request. Lengths and offsets in bytes. */
export interface Scatterlist {
  readonly id: ScatterlistId;
  readonly label: string | null;
  readonly client: FunctionId;
  readonly entries: readonly ScatterlistEntry[];
}

export interface Workload {
  readonly flows: readonly Flow[];
  readonly groups: readonly FlowGroup[];
  readonly scatterlists: readonly Scatterlist[];
}

import type { FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import type { CapReport, FigureSource } from './throughputReport.ts';

/** A limit on payload that is no PCIe link: a root complex, what joins sockets, a switch, a PCI bus. */
export interface Cap {
  readonly kind: CapReport['kind'];
  /** In a few words: `root complex h0, from port to port`. */
  readonly title: string;
  readonly part: FunctionId | HostBridgeId | SocketId | null;
  /** Payload in bytes/s; `null`: not known, and so no limit. */
  readonly capacity: number | null;
  /** A sentence: what it is, why so much, what would raise it. */
  readonly text: string;
  readonly source: FigureSource | null;
}

/** What is not known of caps and was taken as no limit, or taken for granted. */
export interface AssumedOfCaps {
  readonly kind: Cap['kind'];
  readonly text: string;
}

/** All caps of a machine, and who meets which; all answers are places in `caps`, in the order of the way. */
export interface PlatformCaps {
  readonly caps: readonly Cap[];
  readonly assumed: readonly AssumedOfCaps[];
  /** A packet with data passes this function: a switch's upstream port, a bridge to a conventional bus. */
  readonly through: (id: FunctionId) => readonly number[];
  /** Data that come up by one function of a root bus and leave by another one, or by the same. */
  readonly betweenPorts: (from: FunctionId, to: FunctionId) => readonly number[];
  /** Data that come up by a function of a root bus to a socket's memory; `null`: to the nearest. */
  readonly toMemory: (from: FunctionId, socket: SocketId | null) => readonly number[];
  readonly fromMemory: (socket: SocketId | null, to: FunctionId) => readonly number[];
  /** Largest payload in which the root complex sends peer writes out again; `null`: as they came. */
  readonly forwardedPayload: (
    from: FunctionId,
    to: FunctionId,
  ) => { readonly bytes: number; readonly source: FigureSource } | null;
}

/** What only some packets meet, gathered while caps are made. */
export interface CapsSoFar {
  readonly caps: Cap[];
  readonly assumed: AssumedOfCaps[];
}

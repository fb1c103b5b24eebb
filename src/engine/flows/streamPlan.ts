import type { FlowId, FunctionId, SocketId } from '../../model/ids.ts';
import type { FlowEnd } from '../../model/workload.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import type { Direction, FigureSource, FlowRoute } from './throughputReport.ts';

/*
 * What is moved, by whom and which way, before anybody asks how fast: what `planStreams()` makes of the
 * workload, and what limits, network and report are made from.
 */

/** A link that packets cross, by its place in the machine's links, or a cap by its place among the caps. */
export type Stage =
  | { readonly kind: 'link'; readonly link: number; readonly direction: Direction }
  | { readonly kind: 'cap'; readonly cap: number };

/** One of the ways that a stream's data go; a mapped list may have several. */
export interface StreamWay {
  /** Part of the stream's bytes that goes this way; those of a stream add up to 1. */
  readonly share: number;
  /** `null`: a processor's accesses, which begin at the root complex. */
  readonly walk: FabricWalk | null;
  readonly route: FlowRoute;
  readonly isTranslated: boolean;
  /** What the request meets, in its order; for a write that is the data. */
  readonly request: readonly Stage[];
  /** What completions with data meet, in their order; empty for writes. */
  readonly completion: readonly Stage[];
  /**
   * A root complex sends writes out again in payloads of at most so many bytes, from that stage of the
   * request on; `null`: as they came.
   */
  readonly forwarded: {
    readonly stage: number;
    readonly bytes: number;
    readonly source: FigureSource;
  } | null;
  /** By the address that the request carries: below 4 GiB headers have three words. */
  readonly addressBits: 32 | 64;
  /** Root complexes, switches and sockets on the way, for latency. */
  readonly passes: {
    readonly switches: readonly FunctionId[];
    readonly rootComplexes: number;
    readonly socketLinks: number;
    readonly isToMemory: boolean;
  };
}

/** Data that one engine moves one way. */
export interface StreamPlan {
  /** The flow that it is of, and which one of its streams. */
  readonly flow: FlowId;
  readonly index: number;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly operation: 'write' | 'read';
  /** The function that sends the requests; `null`: a processor. */
  readonly requester: FunctionId | null;
  readonly cpu: { readonly socket: SocketId | null; readonly caching: 'UC' | 'WC' | 'WB' } | null;
  /** The function whose memory it is; `null`: host memory, or a list of several. */
  readonly completer: FunctionId | null;
  readonly ways: readonly StreamWay[];
  /** Streams that move the same bytes, one after the other, have the same number: they run at one rate. */
  readonly chain: number;
  /** Why nothing arrives at all; `null`: something does, or is supposed to. */
  readonly refusal: string | null;
  /** Linux would not map it (`NOT_SUPPORTED`). */
  readonly isRefusedByLinux: boolean;
  /** Bytes of a transfer; `null`: large ones. */
  readonly sizeBytes: number | null;
  readonly queueDepth: number | null;
  readonly rateBytesPerSecond: number | null;
  readonly remarks: readonly string[];
}

/** Sizes that go with a stream once registers and options are known, bytes. */
export interface StreamSizes {
  readonly maxPayload: number;
  readonly maxReadRequest: number;
  readonly readCompletionBoundary: number;
  /** Reads that the requester may have under way. */
  readonly tags: number;
  /** What the input did not show and was taken for granted, in words. */
  readonly assumed: readonly string[];
}

/*
 * Flows as fluids through resources: the shape that the solver works on. It knows nothing of PCIe; what
 * a byte costs on a link and which arbiters it meets is said by who makes the network.
 */

/** Something with a capacity that streams share: one direction of a link, a cap on payload. */
export interface FluidResource {
  /**
   * What it passes in a second, in the unit in which `FluidUse.bytes` counts: bytes on the wire for a
   * link (after line code, skip sets and efficiency), bytes of payload for a cap. `Infinity`: nothing
   * is known to limit it.
   */
  readonly capacity: number;
}

/** A stream at a resource, for each byte of its payload. */
export interface FluidUse {
  /** Index into the network's resources. */
  readonly resource: number;
  /** Bytes that it takes of the capacity. */
  readonly bytes: number;
  /** Packets: arbiters go round their inputs packet by packet. */
  readonly packets: number;
}

/**
 * The resources that a packet of a stream meets one after the other, from its sender on. What it met
 * before is the input port by which it comes to an arbiter: streams that come by the same one share that
 * input's turn. The first one is met from the sender itself: each stream is an input of its own there.
 */
export type FluidLeg = readonly FluidUse[];

export interface FluidStream {
  /** A write has one leg; a read has one for requests and one for completions; a copy has both. */
  readonly legs: readonly FluidLeg[];
  /** What goes before all packets and is shared by nobody: DLLPs, for each byte of payload. */
  readonly overhead: readonly { readonly resource: number; readonly bytes: number }[];
  /** The most payload that it reaches by itself, bytes/s; `Infinity`: no limit of its own. */
  readonly limit: number;
}

export interface FluidNetwork {
  readonly resources: readonly FluidResource[];
  readonly streams: readonly FluidStream[];
}

/** What holds a stream back: a resource by its index, its own limit, or nothing at all. */
export type Binding = number | 'own' | 'none';

export interface FluidSolution {
  /** Payload in bytes/s, in the order of the streams; `Infinity` where nothing binds. */
  readonly rates: readonly number[];
  readonly bindings: readonly Binding[];
  /** How often DLLPs and rates were brought into line with each other. */
  readonly rounds: number;
}

/** Transfers of equal size that begin together. */
export interface Finish {
  /** Seconds until the last byte of the last transfer is there. */
  readonly makespan: number;
  /** When each is done, seconds. */
  readonly finishedAt: readonly number[];
}

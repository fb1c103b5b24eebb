import type { DmaMapping } from './dmaMapping.ts';
import type { MapperRules } from './mapperRules.ts';
import type { StepRecorder } from './mapStep.ts';
import type { DmaDevice, PeerMemory, SgEntry } from './scatterlist.ts';

/** Where IOVAs are from: `iova/IovaDomain.ts`, or whatever a test puts in its place. */
export interface IovaSource {
  /**
   * @param size bytes, a multiple of the granule
   * @param limit the highest address that the device can send
   * @returns the base, and how much was taken; `null`: there is no room (-ENOMEM)
   */
  readonly allocate: (size: number, limit: number) => { base: number; reserved: number } | null;
  /** @param size as it was asked for, or as it was taken: both lead to the same range */
  readonly free: (base: number, size: number) => void;
}

/** Where bounce buffers are from. */
export interface BounceSource {
  /** `null`: no slot is free, or the length does not fit (-EIO). */
  readonly allocate: (length: number, phys: number, minAlignMask: number) => number | null;
  /** Gives back what `allocate` returned. */
  readonly free?: (address: number) => void;
}

/** All that a mapping goes by besides the list. */
export interface MapContext {
  readonly device: DmaDevice;
  readonly rules: MapperRules;
  /** Needed by all mappers that translate. */
  readonly iova: IovaSource | null;
  /** `null`: no bounce buffer exists. */
  readonly bounce: BounceSource | null;
  readonly recorder?: StepRecorder;
}

export type MapSg = (list: readonly SgEntry[], context: MapContext) => DmaMapping;

/** One call of a mapper. */
export interface MapCall extends MapContext {
  /**
   * Before 6.0: the provider of the list's first entry, the only one whose pair was looked at;
   * `null`: none was. No part where each entry is looked at.
   */
  readonly asked: PeerMemory | null;
}

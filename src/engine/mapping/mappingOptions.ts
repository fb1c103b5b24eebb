import type { MapperChoices } from '../dma/chooseOptions.ts';

/** What is asked beside the machine and its conditions. */
export interface MappingOptions extends MapperChoices {
  /** Bytes that were mapped before on the same domain, in order: where IOVAs begin. */
  readonly before: readonly number[];
  readonly operation: 'write' | 'read';
  /** What the device is told instead of what it has: to hold several limits beside one another. */
  readonly limits?: DeviceLimits;
}

/** Limits that a list is mapped under, whatever the device has. */
export interface DeviceLimits {
  readonly maxSegment: number;
  readonly boundary: number;
  readonly isUntrusted: boolean;
}

export const USUAL_MAPPING: MappingOptions = {
  fidelity: 'as-run',
  driver: 'own',
  p2pFlag: true,
  design: 'kernel',
  isXen: false,
  bounce: 'pool',
  barPages: 'struct-page',
  before: [],
  operation: 'write',
};

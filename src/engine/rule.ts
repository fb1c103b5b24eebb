import type { Evidence } from './kernel/eras.ts';

/** One rule of the engine: what it is called, where it lives, and where it is taken from. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Path below `src/engine`. */
  readonly file: string;
  /**
   * How it is known. `running-kernels`: values that golden cases compare rest on it; how many is
   * counted (`kernel/ruleEvidence.json`). `measured`: held against public measurements
   * (`docs/throughput-validation.md`).
   */
  readonly known: Evidence | 'specification' | 'measured';
  /** Function of the kernel, and the versions for which it was read or run; else where it was read. */
  readonly source: string;
}

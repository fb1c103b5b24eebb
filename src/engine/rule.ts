import type { Evidence } from './kernel/eras.ts';

/** One rule of the engine: what it is called, where it lives, and where it is taken from. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Path below `src/engine`. */
  readonly file: string;
  /**
   * How it is known. `running-kernels`: values that golden cases compare rest on it; how many is
   * counted (`kernel/ruleEvidence.json`).
   */
  readonly known: Evidence | 'specification';
  /** Function of the kernel, and the versions for which it was read or run. */
  readonly source: string;
}

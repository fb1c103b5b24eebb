import type { Problem } from '../base/problem.ts';
import type { Machine } from '../model/machine.ts';

export interface Settled {
  /** With bus numbers, functions' addresses, bridges' windows and BARs. */
  readonly machine: Machine;
  /** What found no number or no room, and why. */
  readonly problems: readonly Problem[];
}

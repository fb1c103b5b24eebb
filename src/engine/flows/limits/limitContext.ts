import type { Analysis } from '../../analyze.ts';
import type { MachineLink } from '../../link/linksOf.ts';
import type { HostsOfMachine } from '../hostsOf.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';

/** What limits of a stream by itself are computed from: the context of its plan, or as much of it. */
export interface LimitContext {
  readonly analysis: Analysis;
  readonly options: ThroughputOptions;
  /** What a stage's `link` counts, with the rates that are computed with. */
  readonly links: readonly MachineLink[];
  readonly hosts: HostsOfMachine;
  /** Operations that the requester makes in a second, where that is known. */
  readonly operationsPerSecond?: number;
}

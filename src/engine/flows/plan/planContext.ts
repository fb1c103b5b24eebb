import type { FunctionId } from '../../../model/ids.ts';
import type { Analysis } from '../../analyze.ts';
import { linksOf, type MachineLink } from '../../link/linksOf.ts';
import { capsOf } from '../caps.ts';
import type { PlatformCaps } from '../capsShape.ts';
import { type HostsOfMachine, hostsOf } from '../hostsOf.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';
import { asIfAt } from './asIfAt.ts';
import { redirecting } from './redirecting.ts';

/** What plans are made from, and what their stages' numbers mean. */
export interface PlanContext {
  /** Of the machine as asked, what-ifs of ACS included. */
  readonly analysis: Analysis;
  readonly options: ThroughputOptions;
  /** Every link, with the rate that it is computed at. */
  readonly links: readonly MachineLink[];
  /** By the port above it: the place of a link. */
  readonly linkBelow: ReadonlyMap<FunctionId, number>;
  readonly platform: PlatformCaps;
  readonly hosts: HostsOfMachine;
}

/** Options come and go while a machine stays as it is. */
const linksShown = new WeakMap<Analysis, readonly MachineLink[]>();

/** Everything about a machine and options that all flows share. */
export function planContext(machine: Analysis, options: ThroughputOptions): PlanContext {
  const analysis = redirecting(machine, options.acsRedirect);
  const shown = linksShown.get(analysis) ?? linksOf(analysis.topology);
  linksShown.set(analysis, shown);
  const links = shown.map((link) => asIfAt(link, options));
  return {
    analysis,
    options,
    links,
    linkBelow: new Map(links.map(({ upper }, index) => [upper, index])),
    platform: capsOf(analysis, options),
    hosts: hostsOf(analysis.topology),
  };
}

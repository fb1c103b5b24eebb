import type { FlowId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import { USUAL_MAPPING } from '../mapping/mappingOptions.ts';
import { underWords } from '../mapping/underWords.ts';
import { flowNetwork, type StreamState } from './network/flowNetwork.ts';
import { type NextWanted, nextComputed } from './nextWanted.ts';
import { type Plans, planStreams } from './planStreams.ts';
import { capReports } from './report/capReports.ts';
import type { Composing } from './report/composing.ts';
import { flowReport, flowTitle } from './report/flowReport.ts';
import { groupReports } from './report/groupReports.ts';
import { linkReports } from './report/linkReports.ts';
import { solutionOf } from './report/solution.ts';
import type { ThroughputOptions } from './throughputOptions.ts';
import type { CapReport, ThroughputReport } from './throughputReport.ts';
import { warningsOf } from './warnings.ts';

/**
 * What the flows of the analysed machine get, what limits each, and what every link carries.
 *
 * @param next the flows of which is computed what would hold them next; of few flows it is of all
 */
export function throughputOf(
  analysis: Analysis,
  options: ThroughputOptions,
  next: NextWanted = 'all',
): ThroughputReport {
  const plans = planStreams(analysis, options);
  const nextOf = nextComputed(
    next,
    plans.flows.map(({ flow }) => flow.id),
  );
  const composing = composingOf(plans, nextOf);
  const { context } = plans;
  const { states } = composing.network;
  const ofFlow = byFlow(states);
  const flows = plans.flows.map((planned) =>
    flowReport(composing, planned, ofFlow.get(planned.flow.id) ?? []),
  );
  const caps = capReports(composing);
  return {
    options,
    under: under(analysis, options),
    flows,
    ...(nextOf !== 'all' && { nextOf }),
    groups: groupReports(composing, analysis.machine.workload.groups, plans.flows, flows),
    links: linkReports(composing),
    caps,
    warnings: warningsOf(context, states),
    assumed: [
      ...new Set([
        ...context.platform.assumed.filter(({ kind }) => isMet(caps, kind)).map(({ text }) => text),
        ...states.flatMap(({ sizes }) => sizes.assumed),
      ]),
    ],
  };
}

/** Does anything pass a cap of that kind of which the figure is taken for granted? */
function isMet(caps: readonly CapReport[], kind: CapReport['kind']): boolean {
  return caps.some(
    (cap) =>
      cap.kind === kind && cap.flows.length > 0 && (cap.capacity === null || kind === 'pci-bus'),
  );
}

/** `Linux 6.12, VT-d, strict, what if: all ports redirect` */
function under({ conditions }: Analysis, { acsRedirect }: ThroughputOptions): string {
  const words = underWords(conditions, USUAL_MAPPING);
  if (acsRedirect === null) return words;
  return `${words}, what if: ${acsRedirect === 'on' ? 'all ports redirect' : 'no port redirects'}`;
}

function byFlow(states: readonly StreamState[]): ReadonlyMap<FlowId, readonly StreamState[]> {
  const found = new Map<FlowId, StreamState[]>();
  for (const state of states) {
    const known = found.get(state.plan.flow);
    if (known) known.push(state);
    else found.set(state.plan.flow, [state]);
  }
  return found;
}

function composingOf(plans: Plans, nextOf: NextWanted): Composing {
  const network = flowNetwork(plans);
  const isWanted = (chain: number) => {
    const flow = network.chains[chain]?.[0]?.plan.flow;
    return nextOf === 'all' || (flow !== undefined && nextOf.includes(flow));
  };
  const { topology } = plans.context.analysis;
  const titles = new Map(plans.flows.map(({ flow }) => [flow.id, flowTitle(topology, flow)]));
  return {
    network,
    solution: solutionOf(network, isWanted),
    chainTitles: network.chains.map(([first]) => (first && titles.get(first.plan.flow)) ?? ''),
    links: new Map(),
  };
}

import type { Flow } from '../../../model/workload.ts';
import type { Topology } from '../../pci/topology.ts';
import type { StreamState } from '../network/flowNetwork.ts';
import type { PlannedFlow } from '../plan/groupFlows.ts';
import { nameOfEnd } from '../plan/nameOf.ts';
import type { FlowLimit, FlowReport } from '../throughputReport.ts';
import { type ChainLimits, chainLimits } from './chainLimits.ts';
import type { Composing } from './composing.ts';
import { streamReport } from './streamReport.ts';

/** What a flow gets and what it meets; `states` are its streams. */
export function flowReport(
  composing: Composing,
  { flow, group }: PlannedFlow,
  states: readonly StreamState[],
): FlowReport {
  const { network, solution } = composing;
  const { topology } = network.context.analysis;
  const refused = refusalOf(states);
  const chains = [...new Set(states.flatMap(({ chain }) => (chain === null ? [] : [chain])))];
  const found = new Map(chains.map((chain) => [chain, chainLimits(composing, chain)]));
  const rates = chains.map((chain) => solution.rates[chain] ?? 0);
  const slowest = chains[rates.indexOf(Math.min(...rates))];
  const { limit, next } = (slowest === undefined ? null : found.get(slowest)) ?? NOTHING;
  const all = [...found.values()].flatMap(({ limits }) => limits);
  const isKnown = rates.every(Number.isFinite);
  const rateOfOne = chains.length === 0 ? [0] : rates;
  return {
    id: flow.id,
    title: flowTitle(topology, flow),
    group,
    streams: states.map((state) => {
      const held = state.chain === null ? refused : (found.get(state.chain)?.limit ?? null);
      return streamReport(composing, state, held);
    }),
    bytesPerSecond: isKnown ? rates.reduce((sum, rate) => sum + rate, 0) : null,
    bytesPerSecondEachWay: isKnown ? rateOfOne : [],
    limit: refused ?? limit,
    next: refused ? null : next,
    limits: tightestFirst(refused ?? limit, all),
    // Less than nothing it cannot be.
    isUpperBound: chains.some(
      (chain) => solution.rates[chain] !== 0 && meetsUnknown(composing, chain),
    ),
    remarks: [...new Set(states.flatMap(({ plan }) => plan.remarks))],
  };
}

const NOTHING: ChainLimits = { limit: null, next: null, limits: [] };

/** The user's name for it, else its ends. */
export function flowTitle(topology: Topology, flow: Flow): string {
  if (flow.label !== null) return flow.label;
  const [from, to] = [flow.from, flow.to].map((end) => nameOfEnd(topology, end));
  return `${from} ${flow.bothWays ? '↔' : '→'} ${to}`;
}

function refusalOf(states: readonly StreamState[]): FlowLimit | null {
  const own = states.flatMap((state) => state.own);
  return own.find(({ kind }) => kind === 'refused') ?? null;
}

/** What binds comes first, also where another is as tight. */
function tightestFirst(first: FlowLimit | null, all: readonly FlowLimit[]): readonly FlowLimit[] {
  const others = all.filter((each) => each !== first);
  others.sort((a, b) => a.bytesPerSecond - b.bytesPerSecond);
  return first ? [first, ...others] : others;
}

function meetsUnknown({ network: { fluid } }: Composing, chain: number): boolean {
  const isUnknown = ({ resource }: { readonly resource: number }) =>
    fluid.resources[resource]?.capacity === Number.POSITIVE_INFINITY;
  const { legs = [], overhead = [] } = fluid.streams[chain] ?? {};
  return legs.some((leg) => leg.some(isUnknown)) || overhead.some(isUnknown);
}

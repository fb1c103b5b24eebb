import type { FluidNetwork, FluidStream } from '../../throughput/fluid.ts';
import type { Latency } from '../limits/latency.ts';
import { latencyOf } from '../limits/latencyOf.ts';
import { ownLimitsOf } from '../limits/ownLimitsOf.ts';
import { sizesOf } from '../limits/sizesOf.ts';
import type { PlanContext } from '../plan/planContext.ts';
import type { Plans } from '../planStreams.ts';
import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { loadsOf, type StreamLoads } from './loads.ts';
import { resourcesOf } from './resources.ts';

/** A stream with all that its rate is computed from. */
export interface StreamState {
  readonly plan: StreamPlan;
  readonly sizes: StreamSizes;
  readonly loads: StreamLoads;
  /** Without load; `null`: nothing arrives. */
  readonly latency: Latency | null;
  /** What holds it back by itself, the tightest first. */
  readonly own: readonly FlowLimit[];
  /** The stream of the network that it is part of; `null`: it moves nothing. */
  readonly chain: number | null;
}

/** The planned streams as the network that is solved. */
export interface FlowNetwork {
  readonly context: PlanContext;
  readonly states: readonly StreamState[];
  /** The states of each stream of the network. */
  readonly chains: readonly (readonly StreamState[])[];
  /** One stream for each chain: what moves the same bytes has one rate. */
  readonly fluid: FluidNetwork;
}

/** What every stream costs every link and cap; chains of which a part is refused move nothing. */
export function flowNetwork({ context, streams }: Plans): FlowNetwork {
  const known = streams.map((plan): Omit<StreamState, 'chain'> => {
    const sizes = sizesOf(context, plan);
    const loads = loadsOf(context, plan, sizes);
    const latency = latencyOf(context, plan, sizes);
    return { plan, sizes, loads, latency, own: ownLimitsOf(plan, sizes, context, latency) };
  });
  const refused = new Set(known.filter(isRefused).map(({ plan }) => plan.chain));
  const numbers = [...new Set(streams.map(({ chain }) => chain))];
  const moving = numbers.filter((chain) => !refused.has(chain));
  const places = new Map(moving.map((chain, index) => [chain, index]));
  const states = known.map(
    (state): StreamState => ({ ...state, chain: places.get(state.plan.chain) ?? null }),
  );
  const chains = moving.map((): StreamState[] => []);
  for (const state of states) if (state.chain !== null) chains[state.chain]?.push(state);
  const fluid = { resources: resourcesOf(context), streams: chains.map(fluidOf) };
  return { context, states, chains, fluid };
}

function isRefused({ own }: Pick<StreamState, 'own'>): boolean {
  return own[0]?.kind === 'refused';
}

/** What is moved by the streams of one chain: all of them at one rate. */
export function fluidOf(states: readonly StreamState[]): FluidStream {
  return {
    legs: states.flatMap(({ loads }) =>
      loads.legs.map((leg) =>
        leg.map(({ resource, packets, payload, header }) => ({
          resource,
          bytes: payload + header,
          packets,
        })),
      ),
    ),
    overhead: states.flatMap(({ loads }) => loads.dllps),
    limit: Math.min(
      Number.POSITIVE_INFINITY,
      ...states.flatMap(({ own }) => own.map(({ bytesPerSecond }) => bytesPerSecond)),
    ),
  };
}

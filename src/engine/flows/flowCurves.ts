import type { FlowId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import { curveSizes } from './curves/curveSizes.ts';
import { gatherCurves } from './curves/gatherCurves.ts';
import { limitPoints } from './curves/limitPoints.ts';
import { partAround } from './curves/oneFlow.ts';
import { rateOf } from './curves/rateOf.ts';
import { anchorSizes, filledIn } from './curves/sharedRates.ts';
import { latencyOf } from './limits/latencyOf.ts';
import { ownLimitsOf } from './limits/ownLimitsOf.ts';
import { type FlowNetwork, flowNetwork, fluidOf, type StreamState } from './network/flowNetwork.ts';
import { loadsOf } from './network/loads.ts';
import { planStreams } from './planStreams.ts';
import type { ThroughputOptions } from './throughputOptions.ts';
import type { FlowCurves } from './throughputReport.ts';

/**
 * One flow over sizes of its transfers; `null`: the machine has no such flow. The machine is planned
 * once; only the packets of this flow change from size to size.
 */
export function flowCurves(
  analysis: Analysis,
  options: ThroughputOptions,
  flow: FlowId,
): FlowCurves | null {
  const plans = planStreams(analysis, options);
  if (!plans.flows.some((planned) => planned.flow.id === flow)) return null;
  const network = flowNetwork(plans);
  const chains = network.chains
    .map((states, chain) => ({ chain, states }))
    .filter(({ states }) => states.some(({ plan }) => plan.flow === flow));
  const places = new Set(chains.map(({ chain }) => chain));
  const alone = partAround(network, places, false);
  const shared = partAround(network, places, true);
  const states = chains.flatMap((each) => each.states);
  const payload = Math.min(...states.map((state) => state.sizes.maxPayload), MOST_PAYLOAD);
  const request = Math.min(...states.map((state) => state.sizes.maxReadRequest), MOST_PAYLOAD);
  const sizes = curveSizes(payload, request);
  const points = sizes.map((size) => {
    const ofSize = chains.map((each) => each.states.map((state) => atSize(network, state, size)));
    return ofSize.map((each) => ({ states: each, stream: fluidOf(each) }));
  });
  const streams = points.map((chain) => chain.map(({ stream }) => stream));
  const aloneRates = streams.map(rateOf(alone));
  const anchors = anchorSizes(sizes, payload, request, shared.others.length);
  const sharedRate = rateOf(shared);
  const computed = new Map(
    sizes.flatMap((size, at) =>
      anchors.has(size) ? [[size, sharedRate(streams[at] ?? [])] as const] : [],
    ),
  );
  return {
    flow,
    sizes,
    alone: aloneRates,
    withOthers: filledIn(sizes, aloneRates, computed),
    cuts: {
      maxPayload: payload,
      maxReadRequest: states.some(({ plan }) => plan.operation === 'read') ? request : null,
    },
    limits: gatherCurves(
      points.map((point) =>
        point.map(({ stream, states: own }) => limitPoints(network, stream, own)),
      ),
    ),
  };
}

/** The largest that the registers can hold, PCI Express base specification 7.5.3.4. */
const MOST_PAYLOAD = 4096;

/** The same stream with transfers of that size. */
function atSize({ context }: FlowNetwork, state: StreamState, sizeBytes: number): StreamState {
  const plan = { ...state.plan, sizeBytes };
  const latency = latencyOf(context, plan, state.sizes);
  return {
    ...state,
    plan,
    loads: loadsOf(context, plan, state.sizes),
    latency,
    own: ownLimitsOf(plan, state.sizes, context, latency),
  };
}

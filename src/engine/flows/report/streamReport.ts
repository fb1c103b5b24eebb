import type { Topology } from '../../pci/topology.ts';
import { mainWay } from '../limits/latencyOf.ts';
import type { StreamState } from '../network/flowNetwork.ts';
import { resourceOf } from '../network/resources.ts';
import { nameOf, nameOfEnd, nameOfSocket } from '../plan/nameOf.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit, LinkCrossing, StreamReport } from '../throughputReport.ts';
import type { Composing } from './composing.ts';

/** What becomes of one stream. `limit` is what holds the chain that it is part of. */
export function streamReport(
  { network, solution }: Composing,
  state: StreamState,
  limit: FlowLimit | null,
): StreamReport {
  const { context } = network;
  const { topology } = context.analysis;
  const { plan, loads, chain, latency } = state;
  const main = mainWay(plan);
  const found = chain === null ? 0 : (solution.rates[chain] ?? 0);
  const rate = Number.isFinite(found) ? found : null;
  const partners = (chain === null ? [] : (network.chains[chain] ?? [])).filter(
    (each) => each !== state,
  );
  const isOfPartner = limit !== null && partners.length > 0 && !meets(context, state, limit);
  return {
    from: plan.from,
    to: plan.to,
    operation: plan.operation,
    requester: plan.requester,
    title: streamTitle(topology, plan),
    walk: main?.walk ?? null,
    route: main?.route ?? 'direct',
    isTranslated: plan.ways.some(({ isTranslated }) => isTranslated),
    isRefusedByLinux: plan.isRefusedByLinux,
    crossings: crossingsOf(plan),
    bytesPerSecond: rate,
    limit: isOfPartner ? partnerLimit(topology, partners, limit) : limit,
    tlpsPerSecond:
      rate === null
        ? null
        : { requests: rate * loads.requests, completions: rate * loads.completions },
    latencyNs: latency?.ns ?? null,
    latencyParts: latency?.parts ?? [],
  };
}

/** `gpu0 writes to gpu1` */
export function streamTitle(topology: Topology, plan: StreamPlan): string {
  const { operation, requester, cpu } = plan;
  const who =
    requester !== null
      ? nameOf(topology, requester)
      : cpu === null || cpu.socket === null
        ? 'the processor'
        : `the processor of ${nameOfSocket(topology, cpu.socket)}`;
  return operation === 'write'
    ? `${who} writes to ${nameOfEnd(topology, plan.to)}`
    : `${who} reads from ${nameOfEnd(topology, plan.from)}`;
}

/** Each link and way once, in the order in which they are met. */
function crossingsOf({ ways, operation }: StreamPlan): readonly LinkCrossing[] {
  const found = new Map<string, LinkCrossing>();
  for (const { request, completion } of ways) {
    for (const [stages, packet] of [
      [request, operation],
      [completion, 'completion'],
    ] as const) {
      for (const stage of stages) {
        if (stage.kind !== 'link') continue;
        const { link, direction } = stage;
        found.set(`${link} ${direction} ${packet}`, { link, direction, packet });
      }
    }
  }
  return [...found.values()];
}

/** Is it the stream itself that the limit is about? */
function meets(context: Composing['network']['context'], state: StreamState, limit: FlowLimit) {
  if (state.own.includes(limit)) return true;
  const resource =
    limit.link !== null
      ? resourceOf(context, {
          kind: 'link',
          link: limit.link.index,
          direction: limit.link.direction,
        })
      : limit.cap !== null
        ? resourceOf(context, { kind: 'cap', cap: limit.cap })
        : null;
  const { legs, dllps } = state.loads;
  return [...legs.flat(), ...dllps].some((each) => each.resource === resource);
}

function partnerLimit(
  topology: Topology,
  partners: readonly StreamState[],
  limit: FlowLimit,
): FlowLimit {
  const titles = partners.map(({ plan }) => streamTitle(topology, plan)).join(', ');
  return {
    ...limit,
    kind: 'partner',
    where: titles,
    text: `It moves what its other half does (${titles}), which is held back: ${limit.where}.`,
  };
}

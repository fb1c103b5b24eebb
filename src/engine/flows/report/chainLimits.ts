import type { FlowLimit } from '../throughputReport.ts';
import type { Composing } from './composing.ts';
import { limitAt } from './limitAt.ts';

/** What a chain is held by, what would come next, and all that it meets. */
export interface ChainLimits {
  readonly limit: FlowLimit | null;
  readonly next: FlowLimit | null;
  /** The tightest first. */
  readonly limits: readonly FlowLimit[];
}

/** The limits of a chain: its own, and those of all resources on its ways with the other flows as they are. */
export function chainLimits(composing: Composing, chain: number): ChainLimits {
  const { network, solution } = composing;
  const own = (network.chains[chain] ?? [])
    .flatMap((state) => state.own)
    .toSorted((a, b) => a.bytesPerSecond - b.bytesPerSecond);
  const rate = solution.rates[chain] ?? 0;
  const binding = solution.bindings[chain] ?? 'none';
  const onWay = new Set<number>();
  for (const leg of network.fluid.streams[chain]?.legs ?? []) {
    for (const { resource } of leg) onWay.add(resource);
  }
  const atResources = [...onWay].flatMap((resource): readonly FlowLimit[] => {
    const bytes = solution.meets[resource]?.get(chain) ?? 0;
    const capacity = network.fluid.resources[resource]?.capacity ?? Number.POSITIVE_INFINITY;
    if (bytes === 0 || capacity === Number.POSITIVE_INFINITY || resource === binding) return [];
    const { packets = 0, overhead = 0 } = solution.uses[resource] ?? {};
    const others = packets + overhead - bytes * rate;
    return [limitAt(composing, chain, resource, Math.max(capacity - others, 0) / bytes)];
  });
  const limit =
    binding === 'none'
      ? null
      : binding === 'own'
        ? (own[0] ?? null)
        : limitAt(composing, chain, binding, rate);
  const others = [...own, ...atResources].filter((each) => each !== limit);
  others.sort((a, b) => a.bytesPerSecond - b.bytesPerSecond);
  return {
    limit,
    next: nextLimit(composing, chain, binding === 'own' ? own.slice(1) : own),
    limits: limit ? [limit, ...others] : others,
  };
}

/** With what binds gone: another limit of its own, or what the network then has. */
function nextLimit(
  composing: Composing,
  chain: number,
  ownLeft: readonly FlowLimit[],
): FlowLimit | null {
  const next = composing.solution.next[chain];
  if (!next) return null;
  const [own] = ownLeft;
  if (own && own.bytesPerSecond <= next.rate) return own;
  return typeof next.binding === 'number'
    ? limitAt(composing, chain, next.binding, next.rate)
    : null;
}

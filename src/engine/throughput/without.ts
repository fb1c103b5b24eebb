import type { Binding, FluidNetwork } from './fluid.ts';
import { FluidSolver } from './fluidSolver.ts';

/** What a stream would have, and what would hold it then, were its present limit gone. */
export interface Next {
  readonly rate: number;
  readonly binding: Binding;
}

/** It is a forecast: three digits are shown of it. */
const FORECAST = { agreed: 1e-6, maxRounds: 80 };

/**
 * For each stream of a solved network: what comes next when what holds it now is lifted, the resource
 * for all streams, its own limit for itself alone. `null` for those that nothing holds.
 *
 * A stream may have less then: others that the resource held are freed too, and take more of what they
 * share with it elsewhere.
 */
export function without(
  network: FluidNetwork,
  bindings: readonly Binding[],
): readonly (Next | null)[] {
  const solver = new FluidSolver(network);
  const limits = network.streams.map(({ limit }) => limit);
  const lifted = new Map<number, readonly Next[]>();
  return bindings.map((binding, stream) => {
    if (binding === 'none') return null;
    if (binding === 'own') {
      const freed = limits.with(stream, Number.POSITIVE_INFINITY);
      return nextOf(solver.solve({ limits: freed, ...FORECAST }))[stream] ?? null;
    }
    const before = lifted.get(binding) ?? nextOf(solver.solve({ lifted: binding, ...FORECAST }));
    lifted.set(binding, before);
    return before[stream] ?? null;
  });
}

function nextOf({
  rates,
  bindings,
}: {
  readonly rates: readonly number[];
  readonly bindings: readonly Binding[];
}): readonly Next[] {
  return rates.map((rate, stream) => ({ rate, binding: bindings[stream] ?? 'none' }));
}

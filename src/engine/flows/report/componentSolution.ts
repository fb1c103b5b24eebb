import type { Binding, FluidNetwork } from '../../throughput/fluid.ts';
import { FluidSolver } from '../../throughput/fluidSolver.ts';
import { solveFluid } from '../../throughput/solveFluid.ts';
import type { Component } from '../network/components.ts';
import { reverseOf } from '../network/resources.ts';

/** What a stream has, or would have, and what holds it. */
export interface Held {
  readonly rate: number;
  readonly binding: Binding;
}

/** A stream's answer, and what comes when that which holds it is gone; `null`: nothing does, or not asked. */
export interface Answer extends Held {
  readonly next: Held | null;
}

/** A forecast: three digits are shown of it. */
const AGREED = 1e-6;
/** Who has so much less without what held it is choked, and by nothing that is real. */
const CHOKED = 0.5;

/**
 * The streams of a component in their order: what each gets, and what it would get were that gone which
 * holds it, for all others as well, all computed anew; a limit of its own goes for itself alone. Bindings
 * are places in the whole network.
 *
 * @param isLink whether that resource of the whole network is a direction of a link
 * @param isNextWanted whether that stream of the whole network is asked what comes next
 */
export function componentSolution(
  { network, streams, resources }: Component,
  isLink: (resource: number) => boolean,
  isNextWanted: (stream: number) => boolean,
): readonly Answer[] {
  const solver = new FluidSolver(network);
  const { rates, bindings } = solver.solve();
  const outside = (binding: Binding): Binding =>
    typeof binding === 'number' ? (resources[binding] ?? 'none') : binding;
  const lifted = new Map<number, readonly Held[]>();
  const liftedBy = (resource: number): readonly Held[] => {
    const known = lifted.get(resource);
    if (known) return known;
    const found = heldOf(solver.solve({ lifted: resource, agreed: AGREED }));
    const isChoked = found.some(
      ({ rate }, at) => bindings[at] === resource && rate < (rates[at] ?? 0) * CHOKED,
    );
    const back = resources.indexOf(reverseOf(resources[resource] ?? 0));
    const real =
      isChoked && isLink(resources[resource] ?? 0)
        ? heldOf(solveFluid(withoutAnswers(network, resource, back)))
        : found;
    lifted.set(resource, real);
    return real;
  };
  const limits = network.streams.map(({ limit }) => limit);
  return rates.map((rate, at): Answer => {
    const binding = bindings[at] ?? 'none';
    const next =
      binding === 'none' || !isNextWanted(streams[at] ?? 0)
        ? null
        : typeof binding === 'number'
          ? liftedBy(binding)[at]
          : heldOf(
              solver.solve({
                limits: limits.with(at, Number.POSITIVE_INFINITY),
                agreed: AGREED,
              }),
            )[at];
    return {
      rate,
      binding: outside(binding),
      next: next ? { rate: next.rate, binding: outside(next.binding) } : null,
    };
  });
}

function heldOf(solution: {
  readonly rates: readonly number[];
  readonly bindings: readonly Binding[];
}): readonly Held[] {
  return solution.rates.map((rate, at) => ({ rate, binding: solution.bindings[at] ?? 'none' }));
}

/**
 * One direction of a link without end, the other as it is: what acknowledges all that then crosses may
 * choke the other. A link that is faster one way is so both ways, so acknowledgements are left out.
 */
function withoutAnswers(network: FluidNetwork, lifted: number, back: number): FluidNetwork {
  return {
    resources: network.resources.map((resource, at) =>
      at === lifted ? { capacity: Number.POSITIVE_INFINITY } : resource,
    ),
    streams: network.streams.map((stream) => ({
      ...stream,
      overhead: stream.overhead.filter(({ resource }) => resource !== back),
    })),
  };
}

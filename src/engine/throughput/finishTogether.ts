import type { Finish, FluidNetwork } from './fluid.ts';
import { FluidSolver } from './fluidSolver.ts';

/** Transfers that finish within this part of the time to the next end are done at once. */
const AT_ONCE = 1e-6;
/** So many ends are told apart; of more, those that lie near each other are taken together. */
const EXACT_ENDS = 48;

/**
 * Transfers that begin together. As some finish, the others speed up; who waits for the last one waits
 * for the makespan. `sizes` are bytes of payload, one for all streams or one for each; `null`: a stream
 * that runs on for ever beside them, and whose end is `Infinity`.
 */
export function finishTogether(
  network: FluidNetwork,
  sizes: number | readonly (number | null)[],
): Finish {
  const solver = new FluidSolver(network);
  const limits = network.streams.map(({ limit }) => limit);
  const left = limits.map((_, stream) =>
    typeof sizes === 'number' ? sizes : (sizes[stream] ?? null),
  );
  const finishedAt = left.map((bytes) => (bytes === 0 ? 0 : Number.POSITIVE_INFINITY));
  left.forEach((bytes, stream) => {
    if (bytes === 0) limits[stream] = 0;
  });
  let running = [...left.keys()].filter((stream) => (left[stream] ?? 0) > 0);
  let now = 0;
  for (let ends = 1; running.length > 0; ends++) {
    const { rates } = solver.solve({ limits });
    const needs = (stream: number) => (left[stream] ?? 0) / (rates[stream] ?? 0);
    const next = Math.min(...running.map(needs));
    if (next === Number.POSITIVE_INFINITY) break;
    const until = next * (1 + AT_ONCE + Math.max(0, ends - EXACT_ENDS) / 16);
    const done = new Set(running.filter((stream) => needs(stream) <= until));
    const step = Math.max(...[...done].map(needs));
    for (const stream of running) {
      if (done.has(stream)) {
        finishedAt[stream] = now + needs(stream);
        limits[stream] = 0;
      } else left[stream] = Math.max((left[stream] ?? 0) - step * (rates[stream] ?? 0), 0);
    }
    running = running.filter((stream) => !done.has(stream));
    now += step;
  }
  const ends = finishedAt.filter((_, stream) => left[stream] !== null);
  return { makespan: Math.max(0, ...ends), finishedAt };
}

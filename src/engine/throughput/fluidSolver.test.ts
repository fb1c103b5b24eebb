import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FluidNetwork } from './fluid.ts';
import { FluidSolver } from './fluidSolver.ts';
import { randomNetwork } from './randomNetwork.testkit.ts';
import { solveFluid } from './solveFluid.ts';

const networks = fc
  .integer({ min: 1, max: 1_000_000 })
  .map((seed) =>
    randomNetwork(seed, { devices: 8, streams: 14, isMixed: true, hasOverhead: true }),
  );

const withoutResource = ({ resources, streams }: FluidNetwork, lifted: number): FluidNetwork => ({
  resources: resources.with(lifted, { capacity: Number.POSITIVE_INFINITY }),
  streams,
});

function expectSame(found: readonly number[], known: readonly number[]) {
  found.forEach((rate, at) => {
    const other = known[at] ?? 0;
    if (rate !== other) expect(rate / other).toBeCloseTo(1, 7);
  });
}

test('an answer hangs neither on what was asked before nor on how it is asked', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const solver = new FluidSolver(network);
      const { rates, bindings } = solver.solve();
      for (const binding of new Set(bindings)) {
        if (typeof binding !== 'number') continue;
        const known = solveFluid(withoutResource(network, binding)).rates;
        expectSame(solver.solve({ lifted: binding }).rates, known);
        solver.solve({ limits: rates.map((rate, at) => rate / (2 + (at % 3))) });
      }
      expectSame(solver.solve().rates, rates);
    }),
    { numRuns: 40 },
  );
});

test('nor on the order of the streams', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const { rates } = solveFluid(network);
      const turned = solveFluid({ ...network, streams: network.streams.toReversed() }).rates;
      expectSame(turned.toReversed(), rates);
    }),
    { numRuns: 40 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairShares } from './fairShare.testkit.ts';
import type { FluidNetwork } from './fluid.ts';
import { maxMin } from './maxMin.testkit.ts';
import { randomNetwork } from './randomNetwork.testkit.ts';
import { resourceUses } from './resourceUses.ts';
import { solveFluid } from './solveFluid.ts';
import { without } from './without.ts';

const SAME = 1e-6;

const networks = (isMixed: boolean) =>
  fc
    .record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      devices: fc.integer({ min: 2, max: 12 }),
      streams: fc.integer({ min: 1, max: 16 }),
      hasOverhead: fc.boolean(),
    })
    .map(({ seed, ...size }) => randomNetwork(seed, { ...size, isMixed }));
const anyNetwork = fc.oneof(networks(false), networks(true));

const near = (a: number, b: number) => Math.abs(a - b) <= SAME * Math.max(a, b, 1e-9);
const isFull = (network: FluidNetwork, rates: readonly number[], resource: number) => {
  const { packets, overhead } = resourceUses(network, rates)[resource] ?? {
    packets: 0,
    overhead: 0,
  };
  return near(packets + overhead, network.resources[resource]?.capacity ?? 0);
};
const resourcesOf = (network: FluidNetwork, stream: number) =>
  new Set(network.streams[stream]?.legs.flatMap((leg) => leg.map(({ resource }) => resource)));

describe('what streams get, on any tree', () => {
  it('fills no resource beyond its capacity', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        resourceUses(network, solveFluid(network).rates).forEach(({ packets, overhead }, at) => {
          const capacity = network.resources[at]?.capacity ?? 0;
          expect(packets + overhead).toBeLessThanOrEqual(capacity * (1 + SAME));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('holds every stream by its own limit or by a resource that is full', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { rates, bindings } = solveFluid(network);
        bindings.forEach((binding, stream) => {
          if (binding === 'own') {
            expect(near(rates[stream] ?? 0, network.streams[stream]?.limit ?? 0)).toBe(true);
          } else if (binding !== 'none') {
            expect(resourcesOf(network, stream).has(binding)).toBe(true);
            expect(isFull(network, rates, binding)).toBe(true);
          } else expect(rates[stream]).toBe(Number.POSITIVE_INFINITY);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives each the fair share of its tightest arbiter', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { rates } = solveFluid(network);
        const finite = rates.every((rate) => rate < Number.POSITIVE_INFINITY);
        if (!finite) return;
        fairShares(network, rates).forEach((fair, stream) => {
          expect(near(fair, rates[stream] ?? 0)).toBe(true);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('does not look at the order of streams', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const backwards = { ...network, streams: network.streams.toReversed() };
        const turned = solveFluid(backwards).rates.toReversed();
        solveFluid(network).rates.forEach((rate, stream) => {
          expect(near(rate, turned[stream] ?? 0) || rate === turned[stream]).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives streams that are alike the same', () => {
    fc.assert(
      fc.property(anyNetwork, fc.nat(), (network, which) => {
        const twin = network.streams[which % network.streams.length];
        if (twin === undefined) return;
        const streams = [...network.streams, twin];
        const { rates } = solveFluid({ ...network, streams });
        const one = rates[which % network.streams.length] ?? 0;
        const other = rates.at(-1) ?? 0;
        expect(one === other || near(one, other)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('doubles with all capacities and limits', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const doubled = solveFluid({
          resources: network.resources.map(({ capacity }) => ({ capacity: 2 * capacity })),
          streams: network.streams.map((stream) => ({ ...stream, limit: 2 * stream.limit })),
        });
        solveFluid(network).rates.forEach((rate, stream) => {
          const twice = doubled.rates[stream] ?? 0;
          expect(twice === 2 * rate || near(twice, 2 * rate)).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('speeds nobody up when one comes in, unless it slows a third that leaves room', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const fewer = { ...network, streams: network.streams.slice(0, -1) };
        const before = solveFluid(fewer).rates;
        const after = solveFluid(network).rates;
        const slowed = before.flatMap((rate, stream) =>
          (after[stream] ?? 0) < rate * (1 - SAME) ? [stream] : [],
        );
        before.forEach((rate, stream) => {
          if ((after[stream] ?? 0) <= rate * (1 + SAME)) return;
          expect(slowed.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('moves a stream to its next limit when the present one is lifted', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { rates, bindings } = solveFluid(network);
        const next = without(network, bindings);
        next.forEach((then, stream) => {
          const binding = bindings[stream];
          const rate = rates[stream] ?? 0;
          expect(then === null).toBe(binding === 'none');
          if (then === null) return;
          expect(then.binding).not.toBe(binding);
          // It is a forecast, made with fewer rounds.
          if (then.rate >= rate * 0.99) return;
          expect(binding).not.toBe('own');
          // Others that were held there are freed too, and take more of what they share with it.
          const freed = bindings.filter(
            (other, at) => other === binding && (next[at]?.rate ?? 0) > (rates[at] ?? 0),
          );
          expect(freed.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the plain max-min where every input carries one stream', () => {
    fc.assert(
      fc.property(networks(false), (network) => {
        // Streams that meet their resources each in a leg of its own come from nowhere else.
        const apart = {
          ...network,
          streams: network.streams.map((stream) => ({
            ...stream,
            legs: stream.legs.flatMap((leg) => leg.map((use) => [use])),
            overhead: [],
          })),
        };
        const plain = maxMin(apart);
        solveFluid(apart).rates.forEach((rate, stream) => {
          expect(rate === plain[stream] || near(rate, plain[stream] ?? 0)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});

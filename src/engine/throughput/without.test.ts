import { describe, expect, it } from 'vitest';
import { between, twoSwitches } from './pcieNetwork.testkit.ts';
import { solveFluid } from './solveFluid.ts';
import { without } from './without.ts';

describe('without', () => {
  it('says what comes after a limit of its own', () => {
    const network = twoSwitches().write(between(0, 4), 15e9).network();
    const { rates, bindings } = solveFluid(network);
    expect(rates).toEqual([15e9]);
    expect(bindings).toEqual(['own']);
    const [next] = without(network, bindings);
    expect((next?.rate ?? 0) / 1e9).toBeCloseTo(56.31, 1);
    // The first of the links, which are all alike.
    expect(next?.binding).toBe(network.streams[0]?.legs[0]?.[0]?.resource);
  });

  it('lifts a shared link for all who are held by it', () => {
    const net = twoSwitches().write(between(0, 4)).write(between(1, 5));
    const network = net.network();
    const { bindings } = solveFluid(network);
    expect(bindings.map((at) => net.nameOf(Number(at)))).toEqual(['S0>RC', 'S0>RC']);
    const next = without(network, bindings);
    // The link below the other switch is as slow.
    expect(next.map((then) => net.nameOf(Number(then?.binding)))).toEqual(['RC>S1', 'RC>S1']);
    for (const then of next) expect((then?.rate ?? 0) / 1e9).toBeCloseTo(28.15, 1);
  });

  it('has nothing to say of what nothing holds', () => {
    const network = {
      resources: [{ capacity: Number.POSITIVE_INFINITY }],
      streams: [
        {
          legs: [[{ resource: 0, bytes: 1, packets: 1 }]],
          overhead: [{ resource: 0, bytes: 1 }],
          limit: Number.POSITIVE_INFINITY,
        },
      ],
    };
    const { rates, bindings } = solveFluid(network);
    expect(rates).toEqual([Number.POSITIVE_INFINITY]);
    expect(bindings).toEqual(['none']);
    expect(without(network, bindings)).toEqual([null]);
  });
});

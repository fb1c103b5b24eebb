import { describe, expect, it } from 'vitest';
import { finishTogether } from './finishTogether.ts';
import type { FluidNetwork } from './fluid.ts';
import { between, type LinkNetwork, twoSwitches } from './pcieNetwork.testkit.ts';

function allToAll(devices: number): LinkNetwork {
  const net = twoSwitches();
  for (let a = 0; a < devices; a++) {
    for (let b = 0; b < devices; b++) if (a !== b) net.write(between(a, b));
  }
  return net;
}

const total = (net: LinkNetwork) => {
  const network = net.network();
  const size = 1e9;
  return (network.streams.length * size) / finishTogether(network, size).makespan / 1e9;
};

/** Streams through one resource of 1 byte a second. */
const shared = (limits: readonly number[]): FluidNetwork => ({
  resources: [{ capacity: 1 }],
  streams: limits.map((limit) => ({
    legs: [[{ resource: 0, bytes: 1, packets: 1 }]],
    overhead: [],
    limit,
  })),
});

describe('finishTogether', () => {
  it('lets the others speed up when one is done', () => {
    const free = Number.POSITIVE_INFINITY;
    const { finishedAt, makespan } = finishTogether(shared([free, free]), [1, 2]);
    // Half each until 2; then all of it for the byte that is left.
    expect(finishedAt[0]).toBeCloseTo(2, 9);
    expect(finishedAt[1]).toBeCloseTo(3, 9);
    expect(makespan).toBeCloseTo(3, 9);
  });

  it('leaves what runs on for ever beside them', () => {
    const free = Number.POSITIVE_INFINITY;
    const { finishedAt, makespan } = finishTogether(shared([free, free]), [1, null]);
    expect(finishedAt).toEqual([expect.closeTo(2, 9), Number.POSITIVE_INFINITY]);
    expect(makespan).toBeCloseTo(2, 9);
  });

  it('never ends for what is held at nothing, and at once for what is empty', () => {
    expect(finishTogether(shared([0]), 1).makespan).toBe(Number.POSITIVE_INFINITY);
    expect(finishTogether(shared([1]), 0)).toEqual({ makespan: 0, finishedAt: [0] });
    expect(finishTogether(shared([]), 1)).toEqual({ makespan: 0, finishedAt: [] });
  });

  it('takes as long as measured collectives are computed to: 8 devices below two switches', () => {
    expect(total(allToAll(8))).toBeCloseTo(191.6, 0);
    expect(total(allToAll(4))).toBeCloseTo(219, 0);
  });

  it('comes to an end with many ends that all differ', () => {
    const many = shared(Array(240).fill(Number.POSITIVE_INFINITY));
    const { finishedAt, makespan } = finishTogether(
      many,
      many.streams.map((_, at) => 1 + at),
    );
    // The resource is full all the time, so the last one ends with the last byte.
    expect(makespan / (240 * 120.5)).toBeGreaterThan(0.95);
    expect(makespan / (240 * 120.5)).toBeLessThan(1.05);
    expect(finishedAt[0]).toBeCloseTo(240, 5);
  });
});

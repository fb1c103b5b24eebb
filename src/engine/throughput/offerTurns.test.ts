import { describe, expect, it } from 'vitest';
import { arbitersOf } from './arbiters.ts';
import type { FluidLeg } from './fluid.ts';
import { offerTurns } from './offerTurns.ts';

/** Legs of streams, each a list of resources; of the last one, what each stream asks there. */
function turns(
  capacity: number,
  streams: readonly { readonly way: readonly number[]; readonly asks: number; bytes?: number }[],
): readonly number[] {
  const resources = [0, 1, 2, 3].map((at) => ({ capacity: at === 0 ? capacity : 1e9 }));
  const legs = streams.map(
    ({ way, bytes = 1 }): FluidLeg => way.map((resource) => ({ resource, bytes, packets: 1 })),
  );
  const arbiter = arbitersOf({
    resources,
    streams: legs.map((leg) => ({ legs: [leg], overhead: [], limit: Number.POSITIVE_INFINITY })),
  }).find(({ resource }) => resource === 0);
  if (arbiter === undefined) return [];
  for (const use of arbiter.uses) use.asked = streams[use.stream]?.asks ?? 0;
  offerTurns(
    arbiter,
    streams.map(({ asks }) => asks),
  );
  return arbiter.uses
    .toSorted((a, b) => a.stream - b.stream)
    .map(({ turn }) => Math.round(turn * 1000) / 1000);
}

const ALL = Number.POSITIVE_INFINITY;

describe('offerTurns', () => {
  it('gives streams at their sender equal turns', () => {
    const one = { way: [0], asks: ALL };
    expect(turns(12, [one, one, one])).toEqual([4, 4, 4]);
  });

  it('gives each port its turn, however many come by it', () => {
    const near = { way: [2, 0], asks: ALL };
    const far = { way: [1, 0], asks: ALL };
    expect(turns(12, [near, far, far])).toEqual([6, 3, 3]);
  });

  it('divides the turn of a port as the arbiter before did', () => {
    const near = { way: [1, 0], asks: ALL };
    const far = { way: [2, 1, 0], asks: ALL };
    const other = { way: [3, 0], asks: ALL };
    expect(turns(12, [near, far, far, other])).toEqual([3, 1.5, 1.5, 6]);
  });

  it('leaves what is not asked for to the same port first, then to others', () => {
    const little = { way: [1, 0], asks: 1 };
    const much = { way: [1, 0], asks: ALL };
    const other = { way: [2, 0], asks: ALL };
    expect(turns(12, [little, much, other])).toEqual([3, 5, 6]);
    const port = { way: [1, 0], asks: 2 };
    // The first of them could have all that the other two leave of the turn.
    expect(turns(12, [port, port, other])).toEqual([4, 4, 8]);
  });

  it('counts packets, whatever they weigh', () => {
    const light = { way: [1, 0], asks: ALL, bytes: 1 };
    const heavy = { way: [2, 0], asks: ALL, bytes: 3 };
    expect(turns(12, [light, heavy])).toEqual([3, 3]);
  });
});

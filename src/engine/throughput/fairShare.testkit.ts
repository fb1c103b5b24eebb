import { type Arbiter, arbitersOf, type Input, isPort, type Leaf, type Port } from './arbiters.ts';
import type { FluidNetwork } from './fluid.ts';
import { resourceUses } from './resourceUses.ts';

/*
 * What rates have to be, written down as it is said and solved by halving: slow, and sure. A stream has
 * its fair share of an arbiter if it gets no more there however much it asks for, while all others ask
 * for what they have.
 */

/** Payload that each stream would get at its tightest resource if it alone asked for more. */
export function fairShares(network: FluidNetwork, rates: readonly number[]): readonly number[] {
  const arbiters = arbitersOf(network);
  const overheads = resourceUses(network, rates).map(({ overhead }) => overhead);
  return network.streams.map(({ limit }, stream) => {
    let fair = limit;
    for (const arbiter of arbiters) {
      if (!arbiter.uses.some((use) => use.stream === stream)) continue;
      const capacity = network.resources[arbiter.resource]?.capacity ?? 0;
      const left = Math.max(capacity - (overheads[arbiter.resource] ?? 0), 0);
      fair = Math.min(fair, mostAt(arbiter, left, rates, stream));
    }
    return fair;
  });
}

/** The highest rate that a stream gets in full at an arbiter, the others asking for theirs. */
function mostAt(arbiter: Arbiter, left: number, rates: readonly number[], stream: number): number {
  const own = arbiter.uses.filter((use) => use.stream === stream);
  const isGranted = (rate: number) => {
    const asked = (leaf: Leaf) =>
      leaf.packets * (leaf.stream === stream ? rate : (rates[leaf.stream] ?? 0));
    const granted = grant(arbiter, left, asked);
    return own.every((leaf) => (granted.get(leaf) ?? 0) >= asked(leaf) * (1 - 1e-12));
  };
  return highest(left / own.reduce((sum, { bytes }) => sum + bytes, 0), isGranted);
}

/** Packets that each leaf is given of what it asks for. */
function grant(
  arbiter: Arbiter,
  left: number,
  asked: (leaf: Leaf) => number,
): ReadonlyMap<Leaf, number> {
  const wanted = (input: Input): number =>
    isPort(input) ? input.inputs.reduce((sum, inner) => sum + wanted(inner), 0) : asked(input);
  const granted = new Map<Leaf, number>();
  const hand = (port: Port, level: number) => {
    for (const input of port.inputs) {
      const packets = Math.min(wanted(input), level);
      if (isPort(input)) hand(input, turnOf(input.inputs.map(wanted), packets));
      else granted.set(input, packets);
    }
  };
  const most = Math.max(0, ...arbiter.inputs.map(wanted));
  const fits = (level: number) => {
    hand(arbiter, level);
    return (
      arbiter.uses.reduce(
        (sum, leaf) => sum + ((granted.get(leaf) ?? 0) * leaf.bytes) / leaf.packets,
        0,
      ) <=
      left * (1 + 1e-13)
    );
  };
  hand(arbiter, highest(most, fits));
  return granted;
}

/** The turn of each input of a port that is given so many packets. */
function turnOf(wants: readonly number[], packets: number): number {
  return highest(
    Math.max(...wants),
    (level) => wants.reduce((sum, want) => sum + Math.min(want, level), 0) <= packets * (1 + 1e-14),
  );
}

function highest(most: number, holds: (value: number) => boolean): number {
  if (holds(most)) return most;
  let [low, high] = [0, most];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

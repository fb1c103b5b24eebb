import { Random } from '../../base/random.ts';
import type { FluidLeg, FluidNetwork, FluidStream } from './fluid.ts';

/** What a random network is made with. */
export interface NetworkSize {
  readonly devices: number;
  readonly streams: number;
  /** Also streams of several legs, with packets of different sizes. */
  readonly isMixed: boolean;
  /** What goes before packets. */
  readonly hasOverhead: boolean;
}

/**
 * A tree of switches with devices at its ends, and streams between the devices: each link is two
 * resources, one up and one down, and a stream goes up to the first common switch and down again.
 */
export function randomNetwork(seed: number, size: NetworkSize): FluidNetwork {
  const random = new Random(seed);
  const below = (most: number) => Math.floor(random.next() * most);
  // Node 0 is the root; every other one hangs below an earlier switch.
  const switches = 1 + below(Math.max(2, size.devices / 2));
  const parents = [-1];
  for (let node = 1; node < switches + size.devices; node++) {
    parents.push(below(Math.min(node, switches)));
  }
  const speeds = [0.5, 1, 1, 1, 2];
  const capacities = parents.flatMap(() => {
    const speed = speeds[below(speeds.length)] ?? 1;
    return [speed, speed];
  });
  const pathOf = (from: number, to: number): number[] => {
    const above = (node: number) => {
      const all = [node];
      for (let at = parents[node] ?? -1; at >= 0; at = parents[at] ?? -1) all.push(at);
      return all;
    };
    const [up, down] = [above(from), above(to)];
    const meets = up.find((node) => down.includes(node)) ?? 0;
    return [
      ...up.slice(0, up.indexOf(meets)).map((node) => 2 * node),
      ...down
        .slice(0, down.indexOf(meets))
        .reverse()
        .map((node) => 2 * node + 1),
    ];
  };
  const device = () => switches + below(size.devices);
  const opposite = (resource: number) => resource ^ 1;
  const leg = (path: readonly number[], bytes: number, packets: number): FluidLeg =>
    path.map((resource) => ({ resource, bytes, packets }));
  const streams = Array.from({ length: size.streams }, (): FluidStream => {
    const from = device();
    let to = device();
    while (to === from && size.devices > 1) to = device();
    const path = pathOf(from, to);
    const legs = [leg(path, 1.1, 1)];
    if (size.isMixed) {
      const kind = below(3);
      if (kind === 1) legs.unshift(leg([...path].reverse().map(opposite), 0.05, 0.5));
      if (kind === 2) legs.push(leg(pathOf(to, device()), 1.2, 2));
    }
    return {
      legs,
      overhead: size.hasOverhead
        ? path.map((resource) => ({ resource: opposite(resource), bytes: 0.03 }))
        : [],
      limit: below(5) === 0 ? 0.05 + 0.3 * random.next() : Number.POSITIVE_INFINITY,
    };
  });
  return { resources: capacities.map((capacity) => ({ capacity })), streams };
}

import type { FluidNetwork, FluidStream } from '../../throughput/fluid.ts';
import type { FlowNetwork } from '../network/flowNetwork.ts';

/** The part of a network that some of its streams can have to do with, made small. */
export interface PartNetwork {
  /** Capacities of what the streams meet. */
  readonly resources: FluidNetwork['resources'];
  /** A stream of the whole network in numbers of this part. */
  readonly shrink: (stream: FluidStream) => FluidStream;
  /** The others that share something with them, directly or by way of others. */
  readonly others: readonly FluidStream[];
}

/** What the chains meet, and who meets it besides. */
export function partAround(
  { fluid }: FlowNetwork,
  chains: ReadonlySet<number>,
  withOthers: boolean,
): PartNetwork {
  const met = new Set<number>();
  const members = new Set(chains);
  for (const chain of chains) for (const resource of metBy(fluid.streams[chain])) met.add(resource);
  for (let before = -1; withOthers && before !== members.size; ) {
    before = members.size;
    fluid.streams.forEach((stream, chain) => {
      const all = metBy(stream);
      if (members.has(chain) || !all.some((resource) => met.has(resource))) return;
      members.add(chain);
      for (const resource of all) met.add(resource);
    });
  }
  const places = new Map([...met].map((resource, place) => [resource, place]));
  const renamed = <T extends { readonly resource: number }>(use: T): T => ({
    ...use,
    resource: places.get(use.resource) ?? 0,
  });
  const shrink = (stream: FluidStream): FluidStream => ({
    ...stream,
    legs: stream.legs.map((leg) => leg.map(renamed)),
    overhead: stream.overhead.map(renamed),
  });
  return {
    resources: [...met].map((resource) => ({
      capacity: fluid.resources[resource]?.capacity ?? Number.POSITIVE_INFINITY,
    })),
    shrink,
    others: [...members]
      .filter((chain) => !chains.has(chain))
      .flatMap((chain) => fluid.streams[chain] ?? [])
      .map(shrink),
  };
}

function metBy(stream: FluidStream | undefined): readonly number[] {
  if (!stream) return [];
  return [...stream.legs.flat(), ...stream.overhead].map(({ resource }) => resource);
}

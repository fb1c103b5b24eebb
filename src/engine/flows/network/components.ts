import type { FluidNetwork, FluidStream } from '../../throughput/fluid.ts';

/** Streams that have to do with each other, directly or by way of others, as a network of their own. */
export interface Component {
  readonly network: FluidNetwork;
  /** Its streams' places in the whole. */
  readonly streams: readonly number[];
  /** Places of its resources in the whole, and back. */
  readonly resources: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
}

/** A network in its parts; what limits nothing joins nobody. */
export function componentsOf({ resources, streams }: FluidNetwork): readonly Component[] {
  const isBounded = (at: number) => Number.isFinite(resources[at]?.capacity ?? Number.NaN);
  const met = streams.map((stream) => new Set(metBy(stream).filter(isBounded)));
  const users = new Map<number, number[]>();
  met.forEach((all, stream) => {
    for (const resource of all) {
      const known = users.get(resource);
      if (known) known.push(stream);
      else users.set(resource, [stream]);
    }
  });
  const found = new Set<number>();
  return streams.flatMap((_, first): readonly Component[] => {
    if (found.has(first)) return [];
    const members = new Set([first]);
    for (const member of members) {
      found.add(member);
      for (const resource of met[member] ?? []) {
        for (const user of users.get(resource) ?? []) members.add(user);
      }
    }
    return [
      partOf(
        { resources, streams },
        [...members].toSorted((a, b) => a - b),
      ),
    ];
  });
}

function partOf({ resources, streams }: FluidNetwork, members: readonly number[]): Component {
  const used = new Set<number>();
  for (const member of members) for (const resource of metBy(streams[member])) used.add(resource);
  const places = [...used].toSorted((a, b) => a - b);
  const placeOf = new Map(places.map((resource, place) => [resource, place]));
  const place = (resource: number) => placeOf.get(resource) ?? 0;
  return {
    network: {
      resources: places.flatMap((place) => resources[place] ?? []),
      streams: members.flatMap((member): readonly FluidStream[] => {
        const stream = streams[member];
        if (!stream) return [];
        const legs = stream.legs.map((leg) =>
          leg.map(({ resource, bytes, packets }) => ({
            resource: place(resource),
            bytes,
            packets,
          })),
        );
        const overhead = stream.overhead.map(({ resource, bytes }) => ({
          resource: place(resource),
          bytes,
        }));
        return [{ legs, overhead, limit: stream.limit }];
      }),
    },
    streams: members,
    resources: places,
    placeOf,
  };
}

function metBy(stream: FluidStream | undefined): readonly number[] {
  const met: number[] = [];
  for (const leg of stream?.legs ?? []) for (const { resource } of leg) met.push(resource);
  for (const { resource } of stream?.overhead ?? []) met.push(resource);
  return met;
}

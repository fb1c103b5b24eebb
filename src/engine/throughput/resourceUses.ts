import type { FluidNetwork } from './fluid.ts';

/** What a resource carries in a second, in its own unit. */
export interface ResourceUse {
  /** Of packets, and of what goes before them. */
  readonly packets: number;
  readonly overhead: number;
}

/** What all streams together make every resource carry at the given rates. */
export function resourceUses(
  { resources, streams }: FluidNetwork,
  rates: readonly number[],
): readonly ResourceUse[] {
  const uses = resources.map(() => ({ packets: 0, overhead: 0 }));
  streams.forEach(({ legs, overhead }, stream) => {
    const rate = rates[stream] ?? 0;
    // Something that takes nothing of a resource takes nothing of it at any rate.
    for (const leg of legs) {
      for (const { resource, bytes } of leg) {
        const use = uses[resource];
        if (use && bytes > 0) use.packets += bytes * rate;
      }
    }
    for (const { resource, bytes } of overhead) {
      const use = uses[resource];
      if (use && bytes > 0) use.overhead += bytes * rate;
    }
  });
  return uses;
}

import { type Topology, wayUp } from '../pci/topology.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * What-if: the bridge whose injected operations the client has. They stand below every bridge above
 * a provider of the list; the nearest one that is above the client, too. `null`: none is, so that
 * nobody there knows of peers.
 *
 * Source: the design argued about in April 2017 (operations injected per bridge, as VMD did).
 */
export function shimAbove(
  topology: Topology,
  client: number,
  list: readonly SgEntry[],
): number | null {
  const ofProviders = new Set<number>();
  for (const provider of new Set(list.map((entry) => entry.peer?.provider ?? null))) {
    const index = provider === null ? undefined : topology.indexOf.get(provider);
    if (index === undefined) continue;
    for (const bridge of wayUp(topology, index).slice(1)) ofProviders.add(bridge);
  }
  return wayUp(topology, client).find((bridge) => ofProviders.has(bridge)) ?? null;
}

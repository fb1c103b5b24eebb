import type { Claim } from './placeClaims.ts';
import type { Room } from './placeRoom.ts';
import type { PlaceTree, Space } from './placeTree.ts';

/** Claims below a host bridge by the space they go into. */
export function claimsBySpace(
  tree: PlaceTree,
  host: number,
  pool: Room['pool'],
): Readonly<Record<Space, readonly Claim[]>> {
  const by: Record<Space, Claim[]> = { io: [], memory: [], prefetchable: [] };
  for (const at of tree.ofHost[host] ?? []) {
    for (const claim of tree.claims[at] ?? []) by[spaceOf(tree, claim, pool)].push(claim);
  }
  return by;
}

/**
 * Prefetchable memory goes above 4 GiB if it has 64 address bits and the way down lets it through,
 * else to the memory below, prefetchable or not. Linux does the same (`pbus_size_mem()` and
 * `__pci_bus_size_bridges()`, drivers/pci/setup-bus.c).
 */
export function spaceOf(tree: PlaceTree, claim: Claim, pool: Room['pool']): Space {
  if (claim.isIo) return 'io';
  if (!claim.prefetchable || pool === 'none') return 'memory';
  if (pool === 'low') return 'prefetchable';
  const bridge = claim.of === 'reserve' ? claim.at : (tree.above[claim.at] ?? -1);
  const isReached = bridge < 0 || tree.reachesHigh[bridge] === 1;
  return claim.is64bit && isReached ? 'prefetchable' : 'memory';
}

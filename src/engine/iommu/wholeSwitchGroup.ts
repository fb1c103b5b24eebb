import type { BusIsolation } from './busIsolation.ts';
import { busIsolation } from './busIsolation.ts';
import type { Grouping } from './Grouping.ts';
import type { Joined } from './iommuGroups.ts';
import { shareAnId } from './shareAnId.ts';

/**
 * The group that a function joins by the rule proposed in 2025; `null` when it gets a new one. The
 * first bus on the way down that does not isolate makes one group of everything below it.
 *
 * 1. Behind a VMD function, that function's group.
 * 2. What is above already stands together: so does this.
 * 3. Its own bus does not isolate: the group of that bus, or of the bridge.
 * 4. It is in reach of functions of its slot, or shares an id: their group, and all below joins.
 *
 * A function without the ACS capability is taken as unable to reach its siblings, as version 3 of
 * the series has it.
 *
 * Source: `pci_device_group()`, series "Fix incorrect iommu_groups with PCIe ACS" v3, September 2025
 * (not merged up to 7.1).
 */
export function wholeSwitchGroup(grouping: Grouping, index: number): Joined | null {
  const real = grouping.realDmaDev(index);
  const realGroup = real === index ? undefined : grouping.groupOf.get(real);
  if (realGroup !== undefined) {
    return { group: realGroup, cause: { kind: 'alias', of: grouping.at(real).id } };
  }
  const bridge = grouping.topology.upstream[index] ?? -1;
  if (bridge >= 0) {
    const spoiler = grouping.sharedBelow.get(bridge);
    const group = grouping.groupOf.get(bridge);
    if (spoiler !== undefined && group !== undefined) {
      grouping.sharedBelow.set(index, spoiler);
      return { group, cause: { kind: 'no-isolation-above', at: grouping.at(spoiler).id } };
    }
    const isolation = busIsolation(grouping, bridge);
    if (isolation.kind !== 'isolated') return onSharedBus(grouping, index, bridge, isolation);
  }
  return inReach(grouping, index);
}

function onSharedBus(
  grouping: Grouping,
  index: number,
  bridge: number,
  { kind, at }: Exclude<BusIsolation, { kind: 'isolated' }>,
): Joined | null {
  grouping.sharedBelow.set(index, at);
  if (kind === 'bus-and-bridge') {
    const group = grouping.groupOf.get(bridge);
    if (group === undefined) return null;
    grouping.sharedBelow.set(bridge, at);
    return { group, cause: { kind: 'no-isolation-above', at: grouping.at(at).id } };
  }
  for (const other of grouping.directlyBelow(bridge)) {
    const group = grouping.groupOf.get(other);
    if (group !== undefined) return { group, cause: { kind: 'switch', at: grouping.at(at).id } };
  }
  return null;
}

function inReach(grouping: Grouping, index: number): Joined | null {
  const reached = reachable(grouping, index);
  if (reached.length > 0) grouping.sharedBelow.set(index, index);
  for (const other of reached) {
    const group = grouping.groupOf.get(other);
    if (group === undefined) continue;
    const kind = shareAnId(grouping, index, other) ? 'alias' : 'sibling';
    return { group, cause: { kind, of: grouping.at(other).id } };
  }
  return null;
}

/** Functions of its bus that it reaches or is reached by, over others if need be. */
function reachable(grouping: Grouping, index: number): readonly number[] {
  const found = new Set([index]);
  for (const at of found) {
    for (const other of grouping.onSameBus(at)) {
      if (found.has(other)) continue;
      if (shareAnId(grouping, at, other) || loopBack(grouping, at, other)) found.add(other);
    }
  }
  found.delete(index);
  return [...found];
}

/** Functions of one slot, of which one can send to the other inside the device. */
function loopBack(grouping: Grouping, a: number, b: number): boolean {
  if (!grouping.areSiblings(a, b)) return false;
  const sends = (index: number) => grouping.at(index).acs !== null && !grouping.isolates(index);
  return sends(a) || sends(b);
}

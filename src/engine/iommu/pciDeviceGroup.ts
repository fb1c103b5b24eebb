import type { PciFunction } from '../../model/pciFunction.ts';
import { functionAt, wayUp } from '../pci/topology.ts';
import type { Grouping } from './Grouping.ts';
import type { Joined } from './iommuGroups.ts';
import { groupOfAliasesAndSiblings } from './sameBusGroup.ts';

/**
 * The group that a function joins, out of those already given; `null` when it gets a new one.
 *
 * 1. Where its requests carry the id of another function (bridges to conventional PCI, the VMD
 *    function), the last such function stands for it.
 * 2. From there, as long as some port between the bridge above and the root bus does not isolate,
 *    that bridge stands for it.
 * 3. What then stands for it joins functions of its bus that it shares an id with, and those of its
 *    slot when neither isolates.
 *
 * Whoever is met on the way and has a group decides. The function's own ACS matters in step 3 only.
 *
 * Source: `pci_device_group()`, drivers/iommu/iommu.c, the same in Linux 5.4 to 7.1.
 */
export function pciDeviceGroup(grouping: Grouping, index: number): Joined | null {
  const { topology, groupOf } = grouping;
  let standIn = index;
  for (const alias of grouping.aliasesOf(index)) {
    standIn = alias.function;
    const group = groupOf.get(standIn);
    if (group !== undefined)
      return { group, cause: { kind: 'alias', of: idAt(grouping, standIn) } };
  }
  for (const bridge of wayUp(topology, standIn).slice(1)) {
    const spoiler = grouping.notIsolatingFrom(bridge);
    if (spoiler === null) break;
    standIn = bridge;
    const group = groupOf.get(bridge);
    if (group !== undefined) {
      return { group, cause: { kind: 'no-isolation-above', at: idAt(grouping, spoiler) } };
    }
  }
  return groupOfAliasesAndSiblings(grouping, standIn);
}

function idAt({ topology }: Grouping, index: number): PciFunction['id'] {
  return functionAt(topology, index).id;
}

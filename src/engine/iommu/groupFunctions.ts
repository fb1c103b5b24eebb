import { pciAcsInit } from '../acs/pciAcsInit.ts';
import { withBootWords } from '../acs/withBootWords.ts';
import type { Conditions } from '../kernel/conditions.ts';
import { buildTopology, functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { asIfInUse, isIommuInUse } from './asIfInUse.ts';
import { enumerationOrder } from './enumerationOrder.ts';
import { Grouping } from './Grouping.ts';
import type { GroupMember, IommuGroups, Joined } from './iommuGroups.ts';
import { pciDeviceGroup } from './pciDeviceGroup.ts';
import { wholeSwitchGroup } from './wholeSwitchGroup.ts';
import { withoutIommu } from './withoutIommu.ts';

/** Where a function belongs, given who has a group so far. */
type GroupRule = (grouping: Grouping, index: number) => Joined | null;

const RULES: Readonly<Record<Conditions['kernel']['value']['features']['groupRule'], GroupRule>> = {
  walk: pciDeviceGroup,
  'whole-switch': wholeSwitchGroup,
};

/**
 * Which functions share an IOMMU group: those that could reach each other behind the IOMMU's back,
 * or that it cannot tell apart. Groups are given once, in order of enumeration, and later changes
 * of ACS words do not regroup. Where no IOMMU is in use, the answer is what would come of one, with
 * the ACS words that this kernel would then make of the firmware's.
 *
 * @param asRun with the ACS words after boot
 * @param asRead with those of the input
 */
export function groupFunctions(
  asRun: Topology,
  asRead: Topology,
  conditions: Conditions,
): IommuGroups {
  if (isIommuInUse(conditions)) return { ...give(asRun, conditions), hypothetical: false };
  const others = asIfInUse(conditions);
  const { machine } = asRead;
  const booted = withBootWords(machine, pciAcsInit(asRead, others));
  const topology = booted === machine ? asRead : buildTopology(booted);
  return { ...give(topology, others), hypothetical: true };
}

function give(topology: Topology, conditions: Conditions): Omit<IommuGroups, 'hypothetical'> {
  const grouping = new Grouping(topology, conditions);
  const rule = RULES[conditions.kernel.value.features.groupRule];
  const without = withoutIommu(topology, conditions);
  const groups: GroupMember[][] = [];
  for (const index of enumerationOrder(topology)) {
    if (without.has(index)) continue;
    const joined = rule(grouping, index);
    const group = joined?.group ?? groups.length;
    if (!joined) groups.push([]);
    groups[group]?.push({
      function: functionAt(topology, index).id,
      cause: joined?.cause ?? { kind: 'own' },
    });
    grouping.groupOf.set(index, group);
  }
  return {
    groups: groups.map((members) => ({ members })),
    ungrouped: [...without].map(([index, why]) => ({
      function: functionAt(topology, index).id,
      why,
    })),
    assumed: [...grouping.assumed],
    assumedIsolating: [...grouping.assumedIsolating],
    wayHidden: topology.functions.flatMap(({ id }, index) =>
      topology.host[index] === NOT_SHOWN && !without.has(index) ? [id] : [],
    ),
  };
}

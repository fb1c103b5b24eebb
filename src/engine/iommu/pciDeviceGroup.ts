import type { Answer } from '../../base/answer.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { pciAcsEnabled, REQ_ACS_FLAGS } from '../acs/pciAcsEnabled.ts';
import { pciAcsPathEnabled } from '../acs/pciAcsPathEnabled.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';

export interface IommuGroups {
  /** Groups in order of their making; members in order of enumeration. */
  readonly groups: readonly (readonly FunctionId[])[];
  /** Functions whose hidden ACS was asked for; they were taken as not isolating. */
  readonly assumed: readonly FunctionId[];
}

/**
 * Which functions share an IOMMU group: those that could reach each other behind the IOMMU's back,
 * or that it cannot tell apart. For each function, in order of enumeration:
 *
 * 1. Bridges to conventional PCI speak for what is below them, so the highest one stands for it.
 * 2. From there, as long as the way above does not isolate, the bridge above stands for it.
 * 3. One function of several without isolation joins its siblings without isolation.
 *
 * Where that meets a function with a group, the group is joined; else a new one is made. Aliases
 * by device id, and devices that isolate without ACS, are tables that are not asked here.
 *
 * Source: `pci_device_group()`, drivers/iommu/iommu.c, the same in Linux 5.4 to 7.1.
 */
export function pciDeviceGroups(topology: Topology): IommuGroups {
  const groupOf = new Map<number, FunctionId[]>();
  const groups: FunctionId[][] = [];
  const assumed = new Set<FunctionId>();
  const isolates = (index: number, answer: Answer): boolean => {
    if (answer === 'unknown') assumed.add(functionAt(topology, index).id);
    return answer === 'yes';
  };

  topology.functions.forEach((fn, index) => {
    let group = joined(topology, index, groupOf, isolates);
    if (!group) {
      group = [];
      groups.push(group);
    }
    group.push(fn.id);
    groupOf.set(index, group);
  });
  return { groups, assumed: [...assumed] };
}

type Isolates = (index: number, answer: Answer) => boolean;

function joined(
  topology: Topology,
  start: number,
  groupOf: ReadonlyMap<number, FunctionId[]>,
  isolates: Isolates,
): FunctionId[] | null {
  let standIn = start;
  for (const bridge of wayUp(topology, start).slice(1)) {
    if (!speaksForItsBus(topology, bridge)) continue;
    standIn = bridge;
    const group = groupOf.get(bridge);
    if (group) return group;
  }
  for (const bridge of wayUp(topology, standIn).slice(1)) {
    if (isolates(bridge, pciAcsPathEnabled(topology, bridge, REQ_ACS_FLAGS))) break;
    standIn = bridge;
    const group = groupOf.get(bridge);
    if (group) return group;
  }
  return siblingGroup(topology, standIn, groupOf, isolates);
}

function speaksForItsBus(topology: Topology, index: number): boolean {
  const { type } = functionAt(topology, index);
  return type === 'pcie-to-pci' || type === 'pci-to-pcie' || type === 'conventional-bridge';
}

function siblingGroup(
  topology: Topology,
  index: number,
  groupOf: ReadonlyMap<number, FunctionId[]>,
  isolates: Isolates,
): FunctionId[] | null {
  const fn = functionAt(topology, index);
  if (fn.multifunction === false || fn.address === null) return null;
  if (isolates(index, pciAcsEnabled(fn, REQ_ACS_FLAGS))) return null;
  for (const sibling of siblingsOf(topology, fn)) {
    const group = groupOf.get(sibling);
    if (!group || sibling === index) continue;
    if (!isolates(sibling, pciAcsEnabled(functionAt(topology, sibling), REQ_ACS_FLAGS)))
      return group;
  }
  return null;
}

/** Functions in the same slot: enumeration puts them side by side. */
function siblingsOf(topology: Topology, fn: PciFunction): readonly number[] {
  const slot = slotOf(fn);
  const own = topology.indexOf.get(fn.id) ?? 0;
  let first = own;
  while (first > 0 && slotOf(functionAt(topology, first - 1)) === slot) first--;
  const siblings: number[] = [];
  for (let at = first; at < topology.functions.length; at++) {
    if (slotOf(functionAt(topology, at)) !== slot) break;
    siblings.push(at);
  }
  return siblings;
}

function slotOf({ address }: PciFunction): string | null {
  return address && `${address.domain}:${address.bus}:${address.device}`;
}

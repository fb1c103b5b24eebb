import type { FunctionId } from '../../model/ids.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { LinkRate } from '../../model/linkState.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { negotiatedRate } from './negotiatedRate.ts';

/** A link of a machine: a port, and the first function of the device that is plugged into it. */
export interface MachineLink {
  readonly upper: FunctionId;
  readonly lower: FunctionId;
  /** How it runs; `null`: the input does not show it. */
  readonly rate: LinkRate | null;
}

/**
 * Every PCIe link of a machine with something at either end, in the order of the ports. Conventional PCI
 * buses are no links, and neither is what joins a root complex with what is integrated in it.
 */
export function linksOf(topology: Topology): readonly MachineLink[] {
  const devices = firstFunctions(topology);
  const links: MachineLink[] = [];
  topology.functions.forEach((upper, index) => {
    const first = devices.get(index);
    if (first === undefined || !hasLinkBelow(upper)) return;
    const lower = functionAt(topology, first);
    links.push({ upper: upper.id, lower: lower.id, rate: negotiatedRate(upper, lower) });
  });
  return links;
}

/** By the place of a bridge: the first function below it that is not virtual, else the first. */
function firstFunctions({ functions, upstream }: Topology): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  functions.forEach(({ physfn }, index) => {
    const above = upstream[index];
    if (above === undefined || above < 0) return;
    const found = first.get(above);
    if (found === undefined || (physfn === null && functions[found]?.physfn !== null)) {
      first.set(above, index);
    }
  });
  return first;
}

import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { CheckedPart, Finding } from './check.ts';
import type { Look } from './look.ts';

/** Bus numbers of a segment: eight bits of a routing id (PCIe base specification 2.2.6.2). */
const MOST_BUSES = 256;

/**
 * Segments that need more buses than there are numbers. This is the one limit to the depth of a tree:
 * the specification sets none for switches in a row, each of which takes two numbers and one a port.
 * Counted are root buses, one bus for each bridge, and what hotplug ports keep free.
 */
export function busNumbers(look: Look): readonly Finding[] {
  const { machine } = look;
  const needs = new Map<number, { buses: number; parts: CheckedPart[] }>();
  const hosts = new Map<string, HostBridge>(machine.hostBridges.map((host) => [host.id, host]));
  const domains = new Map<FunctionId, number>();
  for (const host of machine.hostBridges) {
    const need = needs.get(host.domain) ?? { buses: 0, parts: [] };
    need.buses++;
    need.parts.push(host.id);
    needs.set(host.domain, need);
  }
  for (const fn of machine.functions) {
    const domain = domainOf(fn, domains, hosts);
    if (domain === null) continue;
    domains.set(fn.id, domain);
    const need = needs.get(domain);
    if (!need) continue;
    if (fn.bridge !== null && fn.physfn === null) need.buses += 1 + (fn.hotplugReserve?.buses ?? 0);
  }
  return [...needs].flatMap(([domain, { buses, parts }]): readonly Finding[] => {
    if (!look.isDrawn || buses <= MOST_BUSES) return [];
    return [
      {
        severity: 'error',
        text: `Segment ${domain} needs ${buses} buses; there are ${MOST_BUSES} numbers.`,
        hint: 'Keep fewer buses free for hotplug, remove ports that are not used, or give a host bridge a domain of its own.',
        parts,
      },
    ];
  });
}

function domainOf(
  fn: PciFunction,
  domains: ReadonlyMap<FunctionId, number>,
  hosts: ReadonlyMap<string, HostBridge>,
): number | null {
  if (fn.parent === UNKNOWN) return null;
  if (fn.parent.kind === 'host') return hosts.get(fn.parent.id)?.domain ?? null;
  return domains.get(fn.parent.id) ?? null;
}

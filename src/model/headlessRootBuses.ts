import { UNKNOWN } from '../base/unknown.ts';
import { devfn } from './address.ts';
import type { HostBridge, Machine } from './machine.ts';

/**
 * Root buses of a capture on which function 00.0 is not shown. Most have one, but not all: which
 * function comes first there rests on the input being whole.
 */
export function headlessRootBuses(machine: Machine): readonly HostBridge[] {
  if (machine.origin !== 'captured') return [];
  const headed = new Set<string>();
  for (const { parent, address } of machine.functions) {
    if (parent === UNKNOWN || parent.kind !== 'host' || address === null) continue;
    if (devfn(address) === 0) headed.add(parent.id);
  }
  return machine.hostBridges.filter((host) => !headed.has(host.id));
}

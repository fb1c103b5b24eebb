import type { Machine } from '../model/machine.ts';

/** Is a name free? Names are labels, and ids of what has none. */
export function freeName(machine: Machine): (name: string) => boolean {
  const { functions, hostBridges, sockets, slots, workload } = machine;
  const named = [functions, hostBridges, sockets, slots, ...Object.values(workload)].flat();
  const taken = new Set<string>();
  for (const { id, label } of named) {
    taken.add(id);
    if (label !== null) taken.add(label);
  }
  return (name) => !taken.has(name);
}

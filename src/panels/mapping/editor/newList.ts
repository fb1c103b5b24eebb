import { freeIds } from '../../../build/changes/freeIds.ts';
import type { FunctionId, ScatterlistId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { Scatterlist, ScatterlistEntry } from '../../../model/workload.ts';

/**
 * A list of its own name, which is its id as well, so that a sketch says all of it. Without a wish it
 * is the next of L1, L2, …
 */
export function newList(
  machine: Machine,
  client: FunctionId,
  wish: string | null,
  entries: readonly ScatterlistEntry[],
): Scatterlist {
  const isFree = freeName(machine);
  let name = wish ?? 'L1';
  const stem = wish ?? 'L';
  for (let number = wish === null ? 1 : 2; !isFree(name); number++) {
    name = wish === null ? `${stem}${number}` : `${stem}-${number}`;
  }
  return { id: freeIds(machine)(name) as ScatterlistId, label: name, client, entries };
}

/** Names are labels, and ids of what has none. */
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

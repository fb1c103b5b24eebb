import { freeIds } from '../../../build/changes/freeIds.ts';
import type { FunctionId, ScatterlistId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { Scatterlist, ScatterlistEntry } from '../../../model/workload.ts';
import { freeName } from '../../../store/freeName.ts';

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

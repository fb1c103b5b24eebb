import { UNKNOWN } from '../../../base/unknown.ts';
import { deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { clientsOf, providersOf } from './providers.ts';

/** Two parts of a machine that have no bridge in common. */
const FAR = 1000;

/** In order of their distance in the tree, the nearest first; those as far as each other stay in order. */
export function nearestFirst<Of extends Pick<PciFunction, 'id'>>(
  machine: Machine,
  to: FunctionId | null,
  functions: readonly Of[],
): readonly Of[] {
  if (to === null) return functions;
  const parents = parentsOf(machine);
  const from = wayUp(parents, to);
  const farness = new Map(functions.map(({ id }) => [id, apart(from, wayUp(parents, id))]));
  return functions.toSorted((a, b) => (farness.get(a.id) ?? FAR) - (farness.get(b.id) ?? FAR));
}

/**
 * Who a list is for where nobody says: the network card that is nearest to memory for peers, because
 * what is to be seen there is seen best where the two have a switch in common.
 */
export function usualClient(machine: Machine): FunctionId | null {
  const clients = clientsOf(machine);
  const cards = clients.filter((fn) => deviceKind(fn) === 'nic');
  const parents = parentsOf(machine);
  const lenders = providersOf(machine)
    .filter(({ p2pMemory }) => p2pMemory.length > 0)
    .map(({ id }) => ({ id, way: wayUp(parents, id) }));
  let best: { readonly id: FunctionId; readonly far: number } | null = null;
  for (const { id } of cards) {
    const way = wayUp(parents, id);
    const others = lenders.filter((lender) => lender.id !== id);
    const far = Math.min(FAR, ...others.map((lender) => apart(way, lender.way)));
    if (best === null || far < best.far) best = { id, far };
  }
  return best?.id ?? clients[0]?.id ?? null;
}

type Parents = ReadonlyMap<string, string>;

function parentsOf({ functions }: Machine): Parents {
  return new Map(
    functions.flatMap(({ id, parent }) => (parent === UNKNOWN ? [] : [[id, parent.id] as const])),
  );
}

/** What it hangs below, itself first, and how far that is. */
function wayUp(parents: Parents, id: string): ReadonlyMap<string, number> {
  const way = new Map<string, number>();
  for (let at: string | undefined = id; at !== undefined && !way.has(at); at = parents.get(at)) {
    way.set(at, way.size);
  }
  return way;
}

function apart(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  for (const [id, up] of a) {
    const down = b.get(id);
    if (down !== undefined) return up + down;
  }
  return FAR;
}

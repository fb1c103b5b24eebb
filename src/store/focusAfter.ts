import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { PartId } from './edit.ts';

/**
 * Where the focus goes when the part that had it is gone: to what stood beside it, the next one
 * first, else to what it was on. Whoever works by keys is not thrown back to the top.
 */
export function focusAfter(before: Machine, after: Machine, focus: PartId): PartId | null {
  const stays = partsOf(after);
  if (!partsOf(before).has(focus)) return null;
  const tree = treeOf(before);
  const passed = new Set<PartId>();
  for (
    let part: PartId | null = focus;
    part !== null && !passed.has(part);
    part = tree.above(part)
  ) {
    if (stays.has(part)) return part;
    passed.add(part);
    const beside = tree.beside(part).filter((id) => stays.has(id));
    const [next] = beside;
    if (next !== undefined) return tree.occupant(next, stays);
  }
  return null;
}

/** Ids of everything on the machine. */
export function partsOf(machine: Machine): ReadonlySet<PartId> {
  const { functions, hostBridges, sockets, slots } = machine;
  return new Set<PartId>([functions, hostBridges, sockets, slots].flat().map(({ id }) => id));
}

/** Who is beside and above whom: sockets with their host bridges, those with what is on them. */
function treeOf(machine: Machine) {
  const aboveOf = new Map<PartId, PartId | null>();
  for (const { id } of machine.sockets) aboveOf.set(id, null);
  for (const { id, socket, vmdFunction } of machine.hostBridges) {
    const holder = known(vmdFunction) ?? known(socket);
    aboveOf.set(id, holder);
  }
  for (const fn of machine.functions) aboveOf.set(fn.id, ownerOf(fn));
  for (const { id, ports } of machine.slots) aboveOf.set(id, ports[0] ?? null);
  const slots = new Set<PartId>(machine.slots.map(({ id }) => id));
  const ports = new Set<PartId>(
    machine.functions
      .filter(({ type }) => type === 'root-port' || type === 'downstream')
      .map(({ id }) => id),
  );
  const childrenOf = (above: PartId | null) =>
    [...aboveOf].filter(([id, its]) => its === above && !slots.has(id)).map(([id]) => id);
  return {
    above: (part: PartId): PartId | null => aboveOf.get(part) ?? null,
    /** What is after it, then what is before it, the nearest first. */
    beside: (part: PartId): readonly PartId[] => {
      if (slots.has(part)) return [];
      const all = childrenOf(aboveOf.get(part) ?? null);
      const at = all.indexOf(part);
      return [...all.slice(at + 1), ...all.slice(0, at).reverse()];
    },
    /** A port gives way to what is plugged into it: that is what people see. */
    occupant: (part: PartId, stays: ReadonlySet<PartId>): PartId => {
      if (!ports.has(part)) return part;
      return childrenOf(part).find((id) => stays.has(id)) ?? part;
    },
  };
}

/** The physical function of a virtual one, else the bridge or host bridge above. */
function ownerOf({ physfn, parent }: PciFunction): PartId | null {
  return physfn ?? (parent === UNKNOWN ? null : parent.id);
}

function known<Id extends PartId>(id: Id | null | typeof UNKNOWN): Id | null {
  return id === UNKNOWN ? null : id;
}

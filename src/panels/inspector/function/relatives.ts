import type { PciFunction } from '../../../model/pciFunction.ts';
import type { PartId } from '../../../store/state.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { functionOf, functionsBelow } from '../../tree/waysThrough.ts';

export interface Relatives {
  readonly title: string;
  readonly functions: readonly PciFunction[];
}

/** The functions that somebody who looks at one may want to go to next; lists with nobody left out. */
export function relativesOf(tree: MachineTree, fn: PciFunction): readonly Relatives[] {
  const below = functionsBelow(tree, fn.id);
  const physical = fn.physfn === null ? null : functionOf(tree, fn.physfn);
  const lists: readonly Relatives[] = [
    { title: 'Physical function', functions: physical ? [physical] : [] },
    { title: 'Same device', functions: sameDevice(tree, fn) },
    { title: 'Virtual functions', functions: below.filter(({ physfn }) => physfn === fn.id) },
    { title: 'Directly below', functions: below.filter(({ physfn }) => physfn !== fn.id) },
  ];
  return lists.filter(({ functions }) => functions.length > 0);
}

/** Physical functions beside it, of the same device number on the same bus. */
function sameDevice(tree: MachineTree, fn: PciFunction): readonly PciFunction[] {
  const { address } = fn;
  if (address === null || fn.physfn !== null) return [];
  return siblings(tree, fn.id).filter(
    (other) =>
      other.id !== fn.id &&
      other.address?.domain === address.domain &&
      other.address.bus === address.bus &&
      other.address.device === address.device,
  );
}

function siblings(tree: MachineTree, id: PartId): readonly PciFunction[] {
  const above = tree.nodes.get(id)?.parent ?? null;
  if (above !== null) return functionsBelow(tree, above);
  return tree.roots.flatMap((root) => functionOf(tree, root) ?? []);
}

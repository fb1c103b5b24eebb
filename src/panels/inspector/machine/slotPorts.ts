import { UNKNOWN } from '../../../base/unknown.ts';
import { linkRegisters } from '../../../model/linkState.ts';
import type { Slot } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { functionOf, functionsBelow } from '../../tree/waysThrough.ts';

export interface SlotPort {
  readonly fn: PciFunction;
  /** `x8 of 8, free`: its lanes, those that the slot gives it, and whether something is there. */
  readonly note: string;
}

/** The ports that feed a slot, in its order. */
export function slotPorts(tree: MachineTree, slot: Slot): readonly SlotPort[] {
  return slot.ports.flatMap((id, index) => {
    const fn = functionOf(tree, id);
    if (!fn) return [];
    const given = slot.bifurcation?.[index] ?? (slot.ports.length === 1 ? slot.lanes : null);
    const isFree = functionsBelow(tree, id).length === 0;
    return [{ fn, note: `${widthWords(fn, given)}, ${isFree ? 'free' : 'in use'}` }];
  });
}

function widthWords(fn: PciFunction, given: number | null): string {
  const capable = linkRegisters(fn)?.capable ?? UNKNOWN;
  const width = capable === UNKNOWN ? UNKNOWN : capable.width;
  if (width === UNKNOWN) return given === null ? 'lanes not shown' : `given x${given}`;
  return given === null || given === width ? `x${width}` : `x${width}, given x${given}`;
}

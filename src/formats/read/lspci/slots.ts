import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId, SlotId } from '../../../model/ids.ts';
import type { Slot } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** Functions with the slots they are plugged into, and the slots. */
export interface Slots {
  readonly functions: readonly PciFunction[];
  readonly slots: readonly Slot[];
}

function newSlot(label: string, port: FunctionId | null, place: string): Slot {
  const id = `slot:${label}:${place}` as SlotId;
  return {
    id,
    label,
    ports: port === null ? [] : [port],
    lanes: null,
    bifurcation: null,
    riser: null,
  };
}

/** The number that a port with a slot gives it (Physical Slot Number, 7.5.3.9). */
function numberOf(fn: PciFunction): number | null {
  if (fn.pcie === null || fn.pcie === UNKNOWN || fn.pcie.slotImplemented !== true) return null;
  const { slotNumber } = fn.pcie;
  return slotNumber === UNKNOWN ? null : slotNumber;
}

/**
 * Slots as ports number them and as Linux names them (`Physical Slot:`, printed for what is plugged
 * in). Linux' name is the better one: numbers of ports are often all the same.
 */
export function findSlots(
  functions: readonly PciFunction[],
  names: ReadonlyMap<FunctionId, string>,
): Slots {
  const slots = new Map<string, Slot>();
  const namedPorts = new Set<FunctionId>();
  const placed = functions.map((fn) => {
    const label = names.get(fn.id);
    if (label === undefined) return fn;
    const port = fn.parent !== UNKNOWN && fn.parent.kind === 'function' ? fn.parent.id : null;
    const slot = newSlot(label, port, port ?? fn.id);
    slots.set(slot.id, slot);
    if (port !== null) namedPorts.add(port);
    return { ...fn, slot: slot.id };
  });
  for (const fn of functions) {
    const number = numberOf(fn);
    if (number === null || namedPorts.has(fn.id)) continue;
    const slot = newSlot(String(number), fn.id, fn.id);
    slots.set(slot.id, slot);
  }
  return { functions: placed, slots: [...slots.values()] };
}

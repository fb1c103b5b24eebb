import type { SlotId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { capturedSlotId } from '../slotId.ts';
import type { Draft } from './Draft.ts';

type Resolved = Pick<Machine, 'functions' | 'slots'>;

/**
 * Gives the slots of a captured machine their ids, once it is known which ports feed them: those of
 * which the line says nothing but what is printed beside them.
 */
export function withSlotIds(draft: Draft, { functions, slots }: Resolved): Resolved {
  const ids = new Map<SlotId, SlotId>();
  for (const slot of slots) {
    const made = draft.openSlots.has(slot.id) ? capturedSlotId(slot, functions) : null;
    if (made === null || made === slot.id) continue;
    const id = draft.ids.derived(made) as SlotId;
    ids.set(slot.id, id);
    const line = draft.lineOf.get(slot.id);
    draft.lineOf.delete(slot.id);
    if (line !== undefined) draft.lineOf.set(id, line);
    draft.names.leadAnew(slot.id, { kind: 'slot', id });
  }
  if (ids.size === 0) return { functions, slots };
  return {
    functions: functions.map((fn) => {
      const id = fn.slot === null ? undefined : ids.get(fn.slot);
      return id === undefined ? fn : { ...fn, slot: id };
    }),
    slots: slots.map((slot) => ({ ...slot, id: ids.get(slot.id) ?? slot.id })),
  };
}

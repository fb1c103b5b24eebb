import type { FunctionId, SlotId } from '../../model/ids.ts';
import type { Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { lexLine } from '../lexLine.ts';
import { splitAttribute } from '../splitAttribute.ts';
import type { Draft } from './Draft.ts';
import type { Stretch } from './ProblemList.ts';
import type { References } from './References.ts';
import { withSlotIds } from './slotIds.ts';

export interface Resolved {
  readonly functions: readonly PciFunction[];
  readonly slots: readonly Slot[];
}

/** Slots and physical functions by name, once everything has one. */
export function resolve(draft: Draft, refs: References, slots: readonly Slot[]): Resolved {
  const ports = new Map<SlotId, FunctionId[]>();
  const told = new Set<string>();
  const slotNamed = (name: string, line: number): SlotId | null => {
    const found = draft.names.find(name);
    if (found?.kind === 'slot') return found.id;
    const key = `${line} ${name}`;
    if (!told.has(key)) {
      told.add(key);
      draft.problems.notOneOf(
        line,
        placeOf(draft, line, ['slot', 'feeds', 'in']),
        `There is no slot ${name}.`,
        name,
        slots.map((slot) => slot.label ?? slot.id),
      );
    }
    return null;
  };
  const functions = draft.functions.map((each): PciFunction => {
    const { fn, slot, feeds, physical } = each;
    if (slot === null && feeds.length === 0 && physical === null) {
      return fn.slot === null ? fn : { ...fn, slot: null };
    }
    const line = draft.lineOf.get(fn.id) ?? 1;
    for (const name of feeds) {
      const id = slotNamed(name, line);
      if (id === null) continue;
      const known = ports.get(id);
      if (known) known.push(fn.id);
      else ports.set(id, [fn.id]);
    }
    const pf = physical === null ? fn.physfn : physfnOf(draft, each, refs, line);
    return { ...fn, slot: slot === null ? null : slotNamed(slot, line), physfn: pf };
  });
  return withSlotIds(draft, {
    functions,
    slots: slots.map((slot) => ({ ...slot, ports: ports.get(slot.id) ?? [] })),
  });
}

/** Where a word stands on a line that has been read before; looked up only when it is complained of. */
function placeOf(draft: Draft, line: number, names: readonly string[]): Stretch {
  const { words } = lexLine(draft.lines[line - 1] ?? '');
  const found = words.find(
    (word) => word.equals !== null && names.includes(splitAttribute(word).name),
  );
  return found ?? { from: 0, to: 0 };
}

function physfnOf(draft: Draft, { fn, physical }: FunctionDraft, refs: References, line: number) {
  if (physical === null) return fn.physfn;
  const known = draft.names.find(physical);
  const at = known ? NOWHERE : placeOf(draft, line, ['pf']);
  return refs.functionNamed(physical, line, at) ?? null;
}

const NOWHERE: Stretch = { from: 0, to: 0 };

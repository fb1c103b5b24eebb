import type { Change } from '../build/change.ts';
import { deviceOf, familyOf, householdOf } from '../build/changes/family.ts';
import type { FunctionId } from '../model/ids.ts';
import type { OpenDocument } from './state.ts';

/** What takes parts out of a machine, as one step. */
export interface Removal {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Sentences on parts that stay. */
  readonly refused: readonly string[];
}

/** The devices of the functions, each once; what is below another goes with that. Fetched when needed. */
export function removal(
  { machine, byId, titles }: Pick<OpenDocument, 'machine' | 'byId' | 'titles'>,
  ids: readonly FunctionId[],
): Removal {
  const family = familyOf(machine);
  const wanted = new Set(ids);
  const gone = new Set<FunctionId>();
  const devices: FunctionId[] = [];
  const refused: string[] = [];
  const nameOf = (id: FunctionId) => byId.get(id)?.label ?? titles.get(id) ?? id;
  // In the machine's order parents come before what is below them, virtual functions after theirs.
  for (const fn of machine.functions) {
    if (!wanted.has(fn.id) || gone.has(fn.id)) continue;
    if (fn.physfn !== null) {
      refused.push(
        `${nameOf(fn.id)} is a virtual function. Remove ${nameOf(fn.physfn)}, which it belongs to.`,
      );
      continue;
    }
    devices.push(fn.id);
    for (const id of householdOf(machine, family, deviceOf(family, fn)).functions) gone.add(id);
  }
  const [only] = devices;
  return {
    title:
      devices.length === 1 && only !== undefined
        ? `remove ${nameOf(only)}`
        : `remove ${devices.length} devices`,
    changes: devices.map((device) => ({ kind: 'remove', device })),
    refused,
  };
}

import { lockedBy } from '../build/locked.ts';
import type { Machine } from '../model/machine.ts';
import type { Edit, PartId } from './edit.ts';
import { partNamed } from './partNamed.ts';

/** Why an edit cannot be made: what it changes is locked. What drawing and notes do, locks allow. */
export function editRefusal(machine: Machine, edit: Edit): string | null {
  switch (edit.kind) {
    case 'acs-control':
    case 'publish':
      return lockRefusal(machine, edit.functions);
    case 'host-identity':
      return lockRefusal(machine, [edit.host]);
    case 'label':
      return lockRefusal(machine, [edit.about]);
    case 'names':
      return lockRefusal(
        machine,
        edit.names.map(({ about }) => about),
      );
    case 'nudge':
      return isAllLocked(machine, edit.parts) ? lockRefusal(machine, edit.parts) : null;
    case 'tidy': {
      const { parts } = edit;
      return parts && isAllLocked(machine, parts) ? lockRefusal(machine, parts) : null;
    }
    default:
      return null;
  }
}

/** The first lock on one of the parts, in a sentence; `null`: there is none. */
export function lockRefusal(machine: Machine, parts: readonly PartId[]): string | null {
  const lockOf = lockedBy(machine);
  for (const part of parts) {
    const lock = lockOf(part);
    if (lock !== null) return `${partNamed(machine, lock)} is locked. Unlock it first.`;
  }
  return null;
}

/** Where some are free, those are moved and the others stay. */
function isAllLocked(machine: Machine, parts: readonly PartId[]): boolean {
  const lockOf = lockedBy(machine);
  return parts.length > 0 && parts.every((part) => lockOf(part) !== null);
}

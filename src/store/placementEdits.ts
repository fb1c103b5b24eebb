import type { Draft } from 'immer';
import { lockedBy } from '../build/locked.ts';
import type { Machine, Placement } from '../model/machine.ts';
import type { PartId } from './edit.ts';
import type { EditRow } from './editTable.ts';
import { partsNamed } from './partNamed.ts';

/** Parts are moved on the drawing; what is pinned, locked or on something locked stays where it is. */
export const nudge: EditRow<'nudge'> = {
  title: ({ parts }, machine) => `move ${partsNamed(machine, parts)} on the drawing`,
  apply: (draft, { parts, dx, dy }, machine) => {
    const lockOf = lockedBy(machine);
    for (const id of parts) {
      if (lockOf(id) !== null) continue;
      change(draft, id, (place) =>
        place.pinned ? place : { ...place, dx: place.dx + dx, dy: place.dy + dy },
      );
    }
  },
};

/** Parts go back to where the layout has them. */
export const tidy: EditRow<'tidy'> = {
  title: ({ parts }, machine) =>
    parts === null ? 'tidy up the drawing' : `put ${partsNamed(machine, parts)} back in its place`,
  apply: (draft, { parts }, machine) => {
    const lockOf = lockedBy(machine);
    for (const { about, pinned } of machine.placements) {
      if (parts === null ? pinned : !parts.includes(about)) continue;
      if (lockOf(about) !== null) continue;
      change(draft, about, (place) => ({ ...place, dx: 0, dy: 0 }));
    }
  },
};

const WORDS = { pinned: 'pin', collapsed: 'collapse', locked: 'lock' } as const;
const UNDONE = { pinned: 'unpin', collapsed: 'expand', locked: 'unlock' } as const;

/** Pins, collapses or locks parts, or ends that. */
export const keep: EditRow<'keep'> = {
  title: ({ parts, what, isOn }, machine) =>
    `${(isOn ? WORDS : UNDONE)[what]} ${partsNamed(machine, parts)}`,
  apply: (draft, { parts, what, isOn }) => {
    for (const id of parts) change(draft, id, (place) => ({ ...place, [what]: isOn }));
  },
};

/** Of parts about which nothing is said, nothing is kept. */
function change(draft: Draft<Machine>, about: PartId, to: (place: Placement) => Placement): void {
  const index = draft.placements.findIndex((each) => each.about === about);
  const before = draft.placements[index] ?? { about, ...UNPLACED };
  const after = to(before);
  const isPlain =
    after.dx === 0 && after.dy === 0 && !after.pinned && !after.collapsed && !after.locked;
  if (isPlain) {
    if (index >= 0) draft.placements.splice(index, 1);
  } else if (index < 0) {
    draft.placements.push(after);
  } else {
    Object.assign(draft.placements[index] ?? {}, after);
  }
}

const UNPLACED = { dx: 0, dy: 0, pinned: false, collapsed: false, locked: false } as const;

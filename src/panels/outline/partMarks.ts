import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';

/** What the user said of a part: of its place on the drawing, and in a note. */
export interface PartMarks {
  readonly isLocked: boolean;
  readonly isPinned: boolean;
  /** What is below it is put away on the drawing. */
  readonly isCollapsed: boolean;
  readonly note: string | null;
  /** On the link above it. */
  readonly linkNote: string | null;
}

const NO_MARKS: PartMarks = {
  isLocked: false,
  isPinned: false,
  isCollapsed: false,
  note: null,
  linkNote: null,
};

/** The marks of all parts that have some. */
export function partMarks({
  placements,
  notes,
}: Pick<Machine, 'placements' | 'notes'>): ReadonlyMap<PartId, PartMarks> {
  const marks = new Map<PartId, PartMarks>();
  for (const { about, locked, pinned, collapsed } of placements) {
    if (!locked && !pinned && !collapsed) continue;
    marks.set(about, {
      ...NO_MARKS,
      isLocked: locked,
      isPinned: pinned,
      isCollapsed: collapsed,
    });
  }
  for (const { about, on, text } of notes) {
    if (about === null) continue;
    const said = on === 'link' ? { linkNote: text } : { note: text };
    marks.set(about, { ...(marks.get(about) ?? NO_MARKS), ...said });
  }
  return marks;
}

/** The same in words, for who hears a line. */
export function spokenMarks(marks: PartMarks): string[] {
  const { isLocked, isPinned, isCollapsed, note, linkNote } = marks;
  return [
    ...(isLocked ? ['locked'] : []),
    ...(isPinned ? ['pinned'] : []),
    ...(isCollapsed ? ['collapsed on the drawing'] : []),
    ...(note === null ? [] : [`note: ${note}`]),
    ...(linkNote === null ? [] : [`note on the link above: ${linkNote}`]),
  ];
}

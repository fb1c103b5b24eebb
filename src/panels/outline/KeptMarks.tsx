import styles from './LineMarks.module.css';
import type { PartMarks } from './partMarks.ts';

const SIGNS = {
  locked: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  pinned: 'M5.5 2.5h5l-.7 4 2.2 2.5h-8l2.2-2.5zM8 9v5',
  collapsed: 'M3 3.5h10v5H3zM5 11h6M6.5 13.5h3',
  note: 'M3 3h10v7.5L10.5 13H3zM5.5 6h5M5.5 8.5h3',
} as const;

/** What the user said of a part, as signs; the line's name says the same in words. */
export function KeptMarks({ marks }: { readonly marks: PartMarks | undefined }) {
  if (marks === undefined) return null;
  const { isLocked, isPinned, isCollapsed, note, linkNote } = marks;
  const notes = [note, linkNote && `On the link above: ${linkNote}`].filter(Boolean);
  return (
    <span className={styles.marks} aria-hidden="true">
      {isLocked && <Sign name="locked" title="Locked" />}
      {isPinned && <Sign name="pinned" title="Pinned to its place on the drawing" />}
      {isCollapsed && <Sign name="collapsed" title="Collapsed on the drawing" />}
      {notes.length > 0 && <Sign name="note" title={notes.join('\n')} />}
    </span>
  );
}

function Sign({ name, title }: { readonly name: keyof typeof SIGNS; readonly title: string }) {
  return (
    <span title={title} className={styles.kept}>
      <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[name]} />
      </svg>
    </span>
  );
}

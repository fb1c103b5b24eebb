import { type KeyboardEvent, useId, useState } from 'react';
import { noteOf } from '../../../store/noteOf.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import styles from './NoteSection.module.css';

interface Props {
  readonly document: OpenDocument;
  /** `null`: the machine as a whole. */
  readonly about: PartId | null;
  /** It is about the link above the part. */
  readonly on?: 'link';
  /** What it is a note on: `sw0`, `the machine`. */
  readonly what: string;
  /** Over the field, where no heading says it. */
  readonly caption?: string;
}

/** The user's remark. It is kept when the field is left, or by Ctrl+Enter. */
export function NoteText({ document, about, on, what, caption }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const hint = useId();
  const kept = noteOf(document.machine, about, on);
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    const text = draft?.trim() ?? kept;
    if (text !== kept) edit({ kind: 'note', about, ...(on && { on }), text });
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {caption !== undefined && (
        <p className={styles.caption} aria-hidden="true">
          {caption}
        </p>
      )}
      <textarea
        className={styles.text}
        aria-label={`Note on ${what}`}
        aria-describedby={hint}
        rows={kept === '' && draft === null ? 1 : 3}
        maxLength={4000}
        placeholder="A remark, shown on the drawing"
        value={draft ?? kept}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      <p id={hint} className={draft === null ? 'unseen' : styles.hint}>
        Kept when you leave the field, or by Ctrl+Enter; Escape takes back what was typed.
      </p>
    </>
  );
}

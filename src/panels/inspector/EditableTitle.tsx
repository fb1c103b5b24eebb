import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './EditableTitle.module.css';

interface Props {
  readonly text: string;
  /** What is renamed: "the machine". */
  readonly what: string;
  /** Said below the field while typing. */
  readonly hint?: string | undefined;
  readonly onChange: (text: string) => void;
  /** Where focus is led to when another part comes in sight. */
  readonly headingRef?: React.Ref<HTMLHeadingElement>;
}

/** A heading that is changed in place: double-click or the pencil; Enter confirms, Escape reverts. */
export function EditableTitle({ text, what, hint, onChange, headingRef }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const isEditing = draft !== null;
  const wasEditing = useRef(false);
  useEffect(() => {
    if (isEditing) {
      field.current?.focus();
      field.current?.select();
    } else if (wasEditing.current && document.activeElement === document.body) {
      pencil.current?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);

  const confirm = () => {
    if (draft !== null && draft.trim() !== text) onChange(draft.trim());
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') confirm();
    else if (event.key === 'Escape') setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const begin = () => setDraft(text);

  if (draft !== null) {
    return (
      <div className={styles.edit}>
        <input
          ref={field}
          className={styles.field}
          aria-label={`Name of ${what}`}
          value={draft}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={confirm}
        />
        <p className={styles.hint}>Enter keeps it, Escape does not. {hint}</p>
      </div>
    );
  }
  return (
    <div className={styles.title}>
      <h2 ref={headingRef} tabIndex={-1} onDoubleClick={begin}>
        {text}
      </h2>
      <button
        ref={pencil}
        id="rename"
        type="button"
        className={styles.pencil}
        aria-label={`Rename ${what}`}
        title="Rename"
        onClick={begin}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 13l.6-2.8 7.2-7.2 2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2" />
        </svg>
      </button>
    </div>
  );
}

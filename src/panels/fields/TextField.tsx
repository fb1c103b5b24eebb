import { type KeyboardEvent, useId, useState } from 'react';
import type { FieldValue } from './fieldValue.ts';

interface Props<T> {
  readonly label: string;
  readonly value: string;
  /** What an empty field stands for. */
  readonly empty?: string;
  readonly read: (text: string) => FieldValue<T>;
  readonly onChange: (value: T) => void;
  /** Its classes, from the style sheet of where it stands. */
  readonly look: { readonly field?: string; readonly why?: string };
}

/** A field that is kept when it is left or with Enter; Escape brings back what was there. */
export function TextField<T>({ label, value, empty, read, onChange, look }: Props<T>) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const found = draft === null ? null : read(draft);
  const why = found && !found.ok ? found.why : null;
  const keep = () => {
    if (!found?.ok) return;
    if (draft?.trim() !== value) onChange(found.value);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && draft !== null) {
      keep();
      // The form's own key as well.
      if (event.ctrlKey || event.metaKey) return;
    } else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={look.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={draft ?? value}
        placeholder={empty}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={why !== null}
        aria-describedby={`${id}-why`}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      <span id={`${id}-why`} role="status" className={look.why}>
        {why}
      </span>
    </div>
  );
}

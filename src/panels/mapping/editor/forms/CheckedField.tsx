import { useId } from 'react';
import type { FieldValue } from '../../../fields/fieldValue.ts';
import styles from '../Editor.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly found: FieldValue<unknown>;
  readonly onChange: (text: string) => void;
}

/** A field of a form, with what is wrong with it right below. */
export function CheckedField({ label, value, found, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={!found.ok}
        aria-describedby={`${id}-why`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-why`} className={styles.why}>
        {found.ok ? '' : found.why}
      </span>
    </div>
  );
}

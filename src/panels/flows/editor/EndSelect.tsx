import { useId } from 'react';
import type { EndGroup } from './endOptions.ts';
import styles from './Fields.module.css';

interface Props {
  readonly label: string;
  readonly groups: readonly EndGroup[];
  readonly value: string;
  /** What no choice stands for. */
  readonly none?: string;
  readonly isInvalid?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of the machine's parts, by kind. */
export function EndSelect({ label, groups, value, none, isInvalid = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={isInvalid}
        onChange={({ target }) => onChange(target.value)}
      >
        {(none !== undefined || value === '') && <option value="">{none ?? 'not chosen'}</option>}
        <EndOptions groups={groups} />
      </select>
    </div>
  );
}

export function EndOptions({ groups }: { readonly groups: readonly EndGroup[] }) {
  return groups.map(({ title, options }) => (
    <optgroup key={title} label={title}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </optgroup>
  ));
}

import { type FormEvent, useId, useState } from 'react';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import styles from '../structure/Structure.module.css';
import { namePattern } from './namePattern.ts';
import { numberedNames } from './numberedNames.ts';

interface Props {
  readonly document: OpenDocument;
  /** In the order in which they are numbered. */
  readonly parts: readonly PartId[];
}

/** Names for several parts after a pattern, as one step. */
export function BulkNames({ document, parts }: Props) {
  const { edit, announce } = usePeerlane((state) => state.actions);
  const id = useId();
  const like = namePattern(document, parts);
  const [pattern, setPattern] = useState('');
  const names = numberedNames(pattern, parts.length, othersNames(document, parts));
  const name = (event: FormEvent) => {
    event.preventDefault();
    if (names.length === 0) return;
    const called = parts.map((about, index) => ({ about, label: names[index] ?? '' }));
    edit({ kind: 'names', pattern: pattern.trim(), names: called });
    announce(`${parts.length} parts are called ${ends(names)}.`);
    setPattern('');
  };
  return (
    <form className={styles.row} onSubmit={name}>
      <label className={styles.label} htmlFor={id}>
        Names
      </label>
      <input
        id={id}
        className={styles.field}
        placeholder={like}
        value={pattern}
        spellCheck={false}
        autoComplete="off"
        maxLength={80}
        aria-describedby={`${id}-names`}
        onChange={(event) => setPattern(event.target.value)}
      />
      <button type="submit" className="small" aria-disabled={names.length === 0 || undefined}>
        Name all
      </button>
      <span id={`${id}-names`} className={styles.aside}>
        {names.length === 0 ? '{n} is the number of each.' : ends(names)}
      </span>
    </form>
  );
}

function ends(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length === 1 ? first : `${first} to ${names.at(-1)}`;
}

function othersNames({ machine }: OpenDocument, parts: readonly PartId[]): ReadonlySet<string> {
  const own = new Set(parts);
  const all = [machine.functions, machine.hostBridges, machine.sockets, machine.slots].flat();
  return new Set(all.flatMap(({ id, label }) => (label === null || own.has(id) ? [] : [label])));
}

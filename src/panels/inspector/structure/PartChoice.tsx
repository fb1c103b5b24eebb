import { useState } from 'react';
import type { Change } from '../../../build/change.ts';
import type { CataloguePart, PartKind } from '../../../catalogue/part.ts';
import type { Machine } from '../../../model/machine.ts';
import { ChangeButton } from './ChangeButton.tsx';
import styles from './Structure.module.css';
import { useStructure } from './useStructure.ts';

interface Props {
  readonly machine: Machine;
  /** What is chosen from. */
  readonly kinds: readonly PartKind[];
  /** Of the list: `Another part in its place`. */
  readonly label: string;
  /** Of the button: `Replace`. */
  readonly verb: string;
  /** Id of the part that is there already: it is not offered. */
  readonly now?: string | null;
  readonly titleOf: (part: CataloguePart) => string;
  readonly changesOf: (part: string) => readonly Change[];
}

/** A part of the catalogue to choose, and a button that does something with it. */
export function PartChoice({ machine, kinds, label, verb, now = null, ...made }: Props) {
  const structure = useStructure();
  const [wanted, setWanted] = useState<string | null>(null);
  const parts = (structure?.partsOfKinds(kinds) ?? []).filter(({ id }) => id !== now);
  const chosen = parts.find(({ id }) => id === wanted) ?? parts[0];
  return (
    <div className={styles.row}>
      <select
        className={styles.choice}
        aria-label={label}
        title={label}
        value={chosen?.id ?? ''}
        onChange={(event) => setWanted(event.target.value)}
      >
        {parts.length === 0 && (
          <option value="" disabled>
            …
          </option>
        )}
        {parts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <ChangeButton
        machine={machine}
        title={chosen ? made.titleOf(chosen) : ''}
        changes={chosen ? made.changesOf(chosen.id) : []}
      >
        {verb}
      </ChangeButton>
    </div>
  );
}

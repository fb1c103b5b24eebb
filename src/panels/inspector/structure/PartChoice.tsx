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
  /**
   * Id of the part that is there already, `null` where that is not known. It stands in the list, chosen,
   * until another is: nothing is done before. Absent: nothing is there, and the first is offered.
   */
  readonly now?: string | null;
  readonly titleOf: (part: CataloguePart) => string;
  readonly changesOf: (part: string) => readonly Change[];
}

/** A part of the catalogue to choose, and a button that does something with it. */
export function PartChoice({ machine, kinds, label, verb, now, ...made }: Props) {
  const structure = useStructure();
  const [wanted, setWanted] = useState<string | null>(null);
  const parts = structure?.partsOfKinds(kinds) ?? [];
  const asked = parts.find(({ id }) => id === wanted);
  const shown = asked ?? (now === undefined ? parts[0] : parts.find(({ id }) => id === now));
  const chosen = shown?.id === now ? undefined : shown;
  return (
    <div className={styles.row}>
      <select
        className={styles.choice}
        aria-label={label}
        title={label}
        value={shown?.id ?? ''}
        onChange={(event) => setWanted(event.target.value)}
      >
        {!shown && (
          <option value="" disabled>
            {parts.length === 0 ? '…' : 'Choose a part'}
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

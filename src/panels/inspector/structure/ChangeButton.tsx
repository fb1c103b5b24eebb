import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Change } from '../../../build/change.ts';
import type { Machine } from '../../../model/machine.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import styles from './Structure.module.css';
import { useStructure } from './useStructure.ts';

interface Props {
  readonly machine: Machine;
  /** Of the step: `remove the slot`. */
  readonly title: string;
  /** Nothing is to be done while there are none. */
  readonly changes: readonly Change[];
  /** After it was done. */
  readonly onDone?: () => void;
  /** What the button says. */
  readonly children: ReactNode;
}

/** Makes changes of the structure as one step; where they cannot be made, it says why. */
export function ChangeButton({ machine, title, changes, onDone, children }: Props) {
  const structure = useStructure();
  const change = usePeerlane((state) => state.actions.change);
  const why = useId();
  const [isBusy, setBusy] = useState(false);
  // Changes are made anew with each drawing; what they say is compared.
  const asked = JSON.stringify(changes);
  const refusal = useMemo(
    () => structure?.refusalOf(machine, JSON.parse(asked) as readonly Change[]) ?? null,
    [structure, machine, asked],
  );
  const isReady = structure !== null && refusal === null && changes.length > 0 && !isBusy;
  const make = async () => {
    if (!isReady) return;
    setBusy(true);
    await change(title, changes);
    setBusy(false);
    onDone?.();
  };
  return (
    <>
      <button
        type="button"
        className="small"
        aria-disabled={!isReady || undefined}
        aria-describedby={refusal === null ? undefined : why}
        onClick={make}
      >
        {children}
      </button>
      {refusal !== null && (
        <p id={why} className={styles.why}>
          {refusal}
        </p>
      )}
    </>
  );
}

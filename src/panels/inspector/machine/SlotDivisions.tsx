import { useId } from 'react';
import type { Machine, Slot } from '../../../model/machine.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { useDivisions } from '../later/useCatalogue.ts';
import styles from './SlotDivisions.module.css';
import type { Division } from './slotDivisions.ts';
import { slotTitle } from './slotWords.ts';

interface Props {
  readonly machine: Machine;
  readonly slot: Slot;
}

/** The ways to divide a slot; the present one is pressed, what cannot be says why. */
export function SlotDivisions({ machine, slot }: Props) {
  const fetched = useDivisions();
  const change = usePeerlane((state) => state.actions.change);
  const why = useId();
  if (fetched.kind !== 'there') return null;
  const divisions = fetched.part.slotDivisions(machine, slot);
  if (divisions.length < 2) return null;
  const refusals = [...new Set(divisions.flatMap(({ refusal }) => refusal ?? []))];
  const reasonId = ({ refusal }: Division) =>
    refusal === null ? undefined : `${why}-${refusals.indexOf(refusal)}`;
  const divide = (division: Division) => {
    if (division.isNow || division.refusal !== null) return;
    void change(`divide ${slotTitle(slot)} into ${division.words}`, [division.change]);
  };
  return (
    <fieldset className={styles.ways}>
      <legend>Divide it</legend>
      {divisions.map((division) => (
        <button
          key={division.words}
          type="button"
          className="small"
          aria-pressed={division.isNow}
          aria-disabled={division.refusal !== null || undefined}
          aria-describedby={reasonId(division)}
          onClick={() => divide(division)}
        >
          {division.words}
        </button>
      ))}
      {refusals.map((refusal, index) => (
        <p key={refusal} id={`${why}-${index}`} className={styles.why}>
          {refusal}
        </p>
      ))}
    </fieldset>
  );
}

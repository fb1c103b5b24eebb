import { type KeyboardEvent, useId, useState } from 'react';
import type { Machine, Slot } from '../../../model/machine.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { useLock } from '../lock/useLock.ts';
import styles from '../structure/Structure.module.css';
import { useStructure } from '../structure/useStructure.ts';
import { slotTitle } from './slotWords.ts';

interface Props {
  readonly machine: Machine;
  readonly slot: Slot;
}

const LANES = [1, 2, 4, 8, 12, 16, 32] as const;

/** How many lanes a slot has, and what stands between board and card. */
export function SlotFields({ machine, slot }: Props) {
  const change = usePeerlane((state) => state.actions.change);
  const structure = useStructure();
  const lock = useLock(slot.id);
  const id = useId();
  const [riser, setRiser] = useState<string | null>(null);
  const name = slotTitle(slot);
  const lanesChange = (lanes: number | null) =>
    [{ kind: 'slot', slot: slot.id, lanes, riser: slot.riser }] as const;
  const refusals = LANES.map((lanes) =>
    lanes === slot.lanes ? null : (structure?.refusalOf(machine, lanesChange(lanes)) ?? null),
  );
  const keep = () => {
    const text = riser?.trim() ?? slot.riser ?? '';
    setRiser(null);
    if (text === (slot.riser ?? '')) return;
    void change(text === '' ? `no riser in ${name}` : `riser of ${name}`, [
      { kind: 'slot', slot: slot.id, lanes: slot.lanes, riser: text === '' ? null : text },
    ]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape' && riser !== null) setRiser(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={`${id}-lanes`}>
          Lanes
        </label>
        <select
          id={`${id}-lanes`}
          className={styles.choice}
          disabled={lock !== null}
          title={lock?.words}
          value={slot.lanes ?? ''}
          onChange={({ target }) => {
            const lanes = target.value === '' ? null : Number(target.value);
            void change(`${name} with ${lanes === null ? 'any lanes' : `x${lanes}`}`, [
              ...lanesChange(lanes),
            ]);
          }}
        >
          <option value="">not stated</option>
          {LANES.map((lanes, index) => (
            <option key={lanes} value={lanes} disabled={refusals[index] !== null}>
              x{lanes}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={`${id}-riser`}>
          Riser
        </label>
        <input
          id={`${id}-riser`}
          className={styles.field}
          disabled={lock !== null}
          title={lock?.words}
          placeholder="none stated"
          value={riser ?? slot.riser ?? ''}
          maxLength={200}
          onChange={(event) => setRiser(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={keep}
        />
      </div>
      {lock === null && refusals.some((each) => each !== null) && (
        <p className={styles.why}>{refusals.find((each) => each !== null)}</p>
      )}
    </>
  );
}

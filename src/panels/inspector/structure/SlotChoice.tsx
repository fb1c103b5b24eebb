import { useId } from 'react';
import { deviceOf, familyOf, isPort } from '../../../build/changes/family.ts';
import type { FunctionId, SlotId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { useLock } from '../lock/useLock.ts';
import { slotTitle } from '../machine/slotWords.ts';
import { shared } from '../shared.ts';
import styles from './Structure.module.css';

interface Props {
  readonly document: OpenDocument;
  readonly functions: readonly PciFunction[];
}

const MIXED = 'mixed';

/** The slot that devices sit in, or that ports feed. */
export function SlotChoice({ document, functions }: Props) {
  const change = usePeerlane((state) => state.actions.change);
  const id = useId();
  const { machine } = document;
  const [only, ...others] = functions;
  const lock = useLock(others.length === 0 ? (only?.id ?? null) : null);
  const slotOf = (fn: PciFunction) =>
    isPort(fn) ? (machine.slots.find(({ ports }) => ports.includes(fn.id))?.id ?? null) : fn.slot;
  const now = shared(functions.map(slotOf));
  const choose = (slot: SlotId | null) => {
    const found = machine.slots.find((each) => each.id === slot);
    const family = familyOf(machine);
    const heads = new Set<FunctionId>();
    for (const fn of functions) {
      if (fn.physfn === null)
        heads.add(isPort(fn) ? fn.id : (deviceOf(family, fn)[0]?.id ?? fn.id));
    }
    void change(
      found ? `put ${countWords(heads.size)} into ${slotTitle(found)}` : 'take out of the slot',
      [...heads].map((each) => ({ kind: 'slot-of', function: each, slot })),
    );
  };
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {only && isPort(only) ? 'Feeds slot' : 'In slot'}
      </label>
      <select
        id={id}
        className={styles.choice}
        disabled={lock !== null}
        value={now.kind === 'same' ? (now.value ?? '') : MIXED}
        onChange={({ target }) => choose(target.value === '' ? null : (target.value as SlotId))}
      >
        {now.kind !== 'same' && (
          <option value={MIXED} disabled>
            mixed
          </option>
        )}
        <option value="">none</option>
        {machine.slots.map((slot) => (
          <option key={slot.id} value={slot.id}>
            {slotTitle(slot)}
          </option>
        ))}
      </select>
    </div>
  );
}

function countWords(count: number): string {
  return count === 1 ? 'it' : `${count} devices`;
}

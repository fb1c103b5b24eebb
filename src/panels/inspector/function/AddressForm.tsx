import { type FormEvent, Fragment, type Ref, useId, useState } from 'react';
import type { FixedAddress, PciFunction } from '../../../model/pciFunction.ts';
import { useLock } from '../lock/useLock.ts';
import styles from './AddressForm.module.css';
import {
  ADDRESS_FIELDS,
  type AddressField,
  digitsOf,
  fieldsOf,
  fieldTrouble,
  fixedOf,
  placeTrouble,
} from './addressFields.ts';

interface Props {
  readonly formRef: Ref<HTMLFormElement>;
  readonly fn: PciFunction;
  /** The bridge on whose secondary bus it sits. */
  readonly above: PciFunction | null;
  readonly onFix: (fixed: FixedAddress) => void;
}

/** Bus, device and function by hand; empty ones are left to numbering. */
export function AddressForm({ formRef, fn, above, onFix }: Props) {
  const ids = useId();
  const set = fieldsOf(fn.fixedAddress);
  const [fields, setFields] = useState(set);
  // Other numbers than before, by a button or by undo: what stands in the fields is theirs.
  const now = Object.values(set).join(' ');
  const [shown, setShown] = useState(now);
  if (shown !== now) {
    setShown(now);
    setFields(set);
  }
  const wrong = ADDRESS_FIELDS.find((which) => fieldTrouble(which, fields[which]) !== null);
  const fixed = fixedOf(fields);
  const misplaced = fixed && placeTrouble(fixed, fn, above);
  const trouble = (wrong && fieldTrouble(wrong, fields[wrong])) ?? misplaced;
  const isAsSet = ADDRESS_FIELDS.every((which) => fields[which] === set[which]);
  const lock = useLock(fn.id);
  const isReady = lock === null && fixed !== null && trouble === null && !isAsSet;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onFix(fixed);
  };
  const isWrong = (which: AddressField) =>
    which === wrong || (which === 'device' && misplaced !== null);
  return (
    <form ref={formRef} className={styles.form} aria-label="Set numbers by hand" onSubmit={submit}>
      {ADDRESS_FIELDS.map((which) => (
        <Fragment key={which}>
          {which !== 'bus' && <span aria-hidden="true">{which === 'device' ? ':' : '.'}</span>}
          <input
            className={styles.field}
            disabled={lock !== null}
            data-field={which}
            aria-label={`${NAMES[which]} number`}
            aria-invalid={isWrong(which) || undefined}
            aria-describedby={isWrong(which) ? `${ids}-trouble` : `${ids}-hint`}
            value={fields[which]}
            placeholder={fn.address === null ? '' : digitsOf(which, fn.address[which])}
            maxLength={6}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setFields({ ...fields, [which]: event.target.value })}
          />
        </Fragment>
      ))}
      <button type="submit" className="small" aria-disabled={!isReady || undefined}>
        Set by hand
      </button>
      <p id={`${ids}-hint`} className={styles.hint}>
        Bus, device and function in hexadecimal; an empty field is left to numbering.
      </p>
      <p id={`${ids}-trouble`} className={styles.trouble} aria-live="polite">
        {trouble}
      </p>
    </form>
  );
}

const NAMES: Readonly<Record<AddressField, string>> = {
  bus: 'Bus',
  device: 'Device',
  function: 'Function',
};

import { useState } from 'react';
import { hex64Value } from '../../../../base/hex.ts';
import styles from '../Editor.module.css';
import { readAddress, readLength } from '../fieldValues.ts';
import type { FormProps } from '../formProps.ts';
import { generatePages } from '../generatePages.ts';
import { CheckedField } from './CheckedField.tsx';
import { Form } from './Form.tsx';

/** One piece of host memory; an address that nothing else has is there already. */
export function AddRamForm({ list, onAdd, onClose }: FormProps) {
  const [address, setAddress] = useState<string>(() => {
    const [page] = generatePages(
      { count: 1, size: 4096, pattern: 'adjacent', seed: 1 },
      list.entries,
    );
    return page?.kind === 'ram' ? page.address : '0x100000000';
  });
  const [length, setLength] = useState('4K');
  const from = readAddress(address);
  const long = readLength(length);
  const add = () => {
    if (from.ok && long.ok) onAdd([{ kind: 'ram', address: from.value, length: long.value }]);
  };
  const shown = from.ok && long.ok ? hex64Value(from.value) + BigInt(long.value) - 1n : null;
  return (
    <Form
      title="Add host memory"
      action="Add"
      why={shown === null ? 'Something is not right yet.' : null}
      onAct={add}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <CheckedField label="Physical address" value={address} found={from} onChange={setAddress} />
        <CheckedField label="Length" value={length} found={long} onChange={setLength} />
      </div>
      {shown !== null && (
        <p className={styles.quiet}>
          Its last byte is at <code>0x{shown.toString(16)}</code>.
        </p>
      )}
    </Form>
  );
}

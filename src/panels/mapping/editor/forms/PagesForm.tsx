import { useState } from 'react';
import styles from '../Editor.module.css';
import { readCount, readLength } from '../fieldValues.ts';
import type { FormProps } from '../formProps.ts';
import { generatePages, type PagesWanted } from '../generatePages.ts';
import { MOST_ENTRIES } from '../limits.ts';
import { CheckedField } from './CheckedField.tsx';
import { Form } from './Form.tsx';

const PATTERNS: Readonly<Record<PagesWanted['pattern'], string>> = {
  scattered: 'scattered: in no order, no two beside each other',
  adjacent: 'adjacent: one behind the other',
  backwards: 'backwards: each below the one before',
};

/** Many pages at once, always the same for the same seed. */
export function PagesForm({ list, onAdd, onClose }: FormProps) {
  const [count, setCount] = useState('16');
  const [size, setSize] = useState('4K');
  const [seed, setSeed] = useState('1');
  const [pattern, setPattern] = useState<PagesWanted['pattern']>('scattered');
  const room = Math.max(1, MOST_ENTRIES - list.entries.length);
  const [many, long, start] = [
    readCount(count, 1, room),
    readLength(size),
    readCount(seed, 0, 1e9),
  ];
  const tooLong = long.ok && long.value > 2 ** 30 ? 'Pages have 1 GiB at most.' : null;
  const why = many.ok && long.ok && start.ok ? tooLong : 'Something is not right yet.';
  const add = () => {
    if (!many.ok || !long.ok || !start.ok) return;
    const wanted = { count: many.value, size: long.value, pattern, seed: start.value };
    onAdd(generatePages(wanted, list.entries), `add ${many.value} ${pattern} pieces`);
  };
  return (
    <Form title="Add pages by number" action="Add" why={why} onAct={add} onClose={onClose}>
      <div className={styles.fields}>
        <CheckedField label="How many" value={count} found={many} onChange={setCount} />
        <CheckedField label="Size of each" value={size} found={long} onChange={setSize} />
        <CheckedField label="Seed" value={seed} found={start} onChange={setSeed} />
      </div>
      <label className={styles.wide}>
        <span className={styles.label}>Order</span>
        <select
          value={pattern}
          onChange={({ target }) => setPattern(target.value as PagesWanted['pattern'])}
        >
          {Object.entries(PATTERNS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </Form>
  );
}

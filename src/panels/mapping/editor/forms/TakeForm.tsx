import { useState } from 'react';
import type { FunctionId } from '../../../../model/ids.ts';
import type { ScatterlistEntry } from '../../../../model/workload.ts';
import { DeviceSelect } from '../DeviceSelect.tsx';
import styles from '../Editor.module.css';
import { readCount, readLength } from '../fieldValues.ts';
import { firstFit } from '../firstFit.ts';
import type { FormProps } from '../formProps.ts';
import { lengthWords } from '../writePieces.ts';
import { CheckedField } from './CheckedField.tsx';
import { Form } from './Form.tsx';

/** As pci_alloc_p2pmem() would: the first pages that no other entry of the document holds. */
export function TakeForm({ document, onAdd, onClose }: FormProps) {
  const { functions, workload } = document.machine;
  const providers = functions.filter(({ p2pMemory }) => p2pMemory.length > 0);
  const [provider, setProvider] = useState<FunctionId | null>(providers[0]?.id ?? null);
  const [length, setLength] = useState('8K');
  const [count, setCount] = useState('1');
  const [long, many] = [readLength(length), readCount(count, 1, 1024)];
  const fn = provider === null ? undefined : document.byId.get(provider);
  const taken: ScatterlistEntry[] = [];
  let why: string | null = fn ? null : 'No device of this machine lends memory to peers.';
  if (fn && long.ok && many.ok) {
    const held = workload.scatterlists.flatMap(({ entries }) => entries);
    for (let at = 0; at < many.value && why === null; at++) {
      const next = firstFit(fn, long.value, [...held, ...taken]);
      if (next.ok) taken.push(next.entry);
      else why = next.why;
    }
  } else why ??= 'Something is not right yet.';
  const offers = taken.flatMap((entry) =>
    entry.kind === 'peer' ? [`BAR ${entry.bar}+0x${entry.offset.toString(16)}`] : [],
  );
  return (
    <Form
      title="Take memory with a provider’s allocator"
      action="Take"
      why={why}
      onAct={() => onAdd(taken)}
      onClose={onClose}
    >
      <DeviceSelect
        document={document}
        label="Provider"
        functions={providers}
        value={provider}
        onChange={setProvider}
      />
      <div className={styles.fields}>
        <CheckedField label="Length" value={length} found={long} onChange={setLength} />
        <CheckedField label="How many" value={count} found={many} onChange={setCount} />
      </div>
      {fn && (
        <p className={styles.quiet}>
          It lends {lengthWords(fn.p2pMemory.reduce((sum, { size }) => sum + size, 0))}.
          {why === null &&
            ` First fit: ${offers.slice(0, 3).join(', ')}${offers.length > 3 ? ' …' : ''}.`}
        </p>
      )}
    </Form>
  );
}

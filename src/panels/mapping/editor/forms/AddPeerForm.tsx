import { useState } from 'react';
import type { FunctionId } from '../../../../model/ids.ts';
import { DeviceSelect } from '../DeviceSelect.tsx';
import styles from '../Editor.module.css';
import { readCount, readLength, readOffset } from '../fieldValues.ts';
import type { FormProps } from '../formProps.ts';
import { peerNames, providersOf } from '../providers.ts';
import { CheckedField } from './CheckedField.tsx';
import { Form } from './Form.tsx';

/** A piece of a device's memory, by BAR and offset, whether somebody else holds it or not. */
export function AddPeerForm({ document, onAdd, onClose }: FormProps) {
  const providers = providersOf(document.machine);
  const barOf = (id: FunctionId | null) =>
    String((id !== null && peerNames(document.machine)(id)?.bar) || 0);
  const [provider, setProvider] = useState<FunctionId | null>(providers[0]?.id ?? null);
  const [bar, setBar] = useState(() => barOf(provider));
  const [offset, setOffset] = useState('0');
  const [length, setLength] = useState('4K');
  const [place, from, long] = [readCount(bar, 0, 5), readOffset(offset), readLength(length)];
  const why =
    provider === null
      ? 'No device of this machine has memory on the bus.'
      : place.ok && from.ok && long.ok
        ? null
        : 'Something is not right yet.';
  const add = () => {
    if (provider === null || !place.ok || !from.ok || !long.ok) return;
    const [at, size] = [from.value, long.value];
    onAdd([{ kind: 'peer', provider, bar: place.value, offset: at, length: size }]);
  };
  return (
    <Form title="Add memory of a device" action="Add" why={why} onAct={add} onClose={onClose}>
      <DeviceSelect
        document={document}
        label="Provider"
        functions={providers}
        value={provider}
        onChange={(id) => {
          setProvider(id);
          setBar(barOf(id));
        }}
      />
      <div className={styles.fields}>
        <CheckedField label="BAR" value={bar} found={place} onChange={setBar} />
        <CheckedField label="Offset" value={offset} found={from} onChange={setOffset} />
        <CheckedField label="Length" value={length} found={long} onChange={setLength} />
      </div>
    </Form>
  );
}

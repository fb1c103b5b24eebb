import { useState } from 'react';
import type { FunctionId } from '../../../model/ids.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { DeviceSelect } from './DeviceSelect.tsx';
import styles from './Editor.module.css';
import { focusAfter } from './focusAfter.ts';
import { PasteForm } from './forms/PasteForm.tsx';
import { newList } from './newList.ts';
import { clientsOf } from './providers.ts';
import { ReadyMades } from './ReadyMades.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly client: FunctionId | null;
  readonly onClient: (client: FunctionId) => void;
}

/** Before there is a list: what one is, and ways to begin. */
export function NoList({ document, client, onClient }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const [isPasting, setPasting] = useState(false);
  const clients = clientsOf(document.machine);
  const add = (entries: readonly ScatterlistEntry[], next: string) => {
    if (client === null) return;
    edit({ kind: 'list-add', list: newList(document.machine, client, null, entries), at: 0 });
    focusAfter(next);
  };
  if (clients.length === 0) {
    return <p className={styles.hint}>No device of this machine can ask for memory.</p>;
  }
  return (
    <div className={styles.none}>
      <p className={styles.hint}>
        A scatterlist names pieces of memory, host’s or peers’, that a device shall reach in one
        request; the kernel makes addresses of it that the device can use.
      </p>
      <div className={styles.line}>
        <DeviceSelect
          document={document}
          label="For"
          name="Device that the list is for"
          functions={clients}
          value={client}
          onChange={onClient}
        />
        <button
          type="button"
          className="small primary"
          aria-disabled={client === null || undefined}
          onClick={() => add([], 'mapping-add-ram')}
        >
          Empty list
        </button>
        <button
          type="button"
          className="small"
          aria-pressed={isPasting}
          onClick={() => setPasting(!isPasting)}
        >
          Paste
        </button>
      </div>
      {isPasting ? (
        <PasteForm
          document={document}
          onAdd={(entries) => add(entries, 'mapping-add-paste')}
          onClose={() => setPasting(false)}
        />
      ) : (
        <ReadyMades
          document={document}
          client={client}
          onDone={() => focusAfter('mapping-add-ready')}
        />
      )}
    </div>
  );
}

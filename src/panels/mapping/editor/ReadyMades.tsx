import { useState } from 'react';
import type { FunctionId } from '../../../model/ids.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { DeviceSelect } from './DeviceSelect.tsx';
import styles from './Editor.module.css';
import { nearestFirst } from './nearest.ts';
import { providersOf } from './providers.ts';
import { readyList } from './readyList.ts';
import { READY_MADE, type ReadyMade } from './readyMade.ts';

interface Props {
  readonly document: OpenDocument;
  readonly client: FunctionId | null;
  readonly onDone?: () => void;
}

/** A choice puts the list in, and tells the device's limits where they matter: one step. */
export function ReadyMades({ document, client, onDone }: Props) {
  const { edit } = usePeerlane((state) => state.actions);
  const pair = usePeerlane((state) => state.pair.provider);
  const providers = providersOf(document.machine).filter(({ id }) => id !== client);
  const lenders = providers.filter(({ p2pMemory }) => p2pMemory.length > 0);
  const [nearest = providers[0]] = nearestFirst(document.machine, client, lenders);
  const usual = providers.find(({ id }) => id === pair) ?? nearest;
  const [wanted, setWanted] = useState<FunctionId | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const provider = providers.find(({ id }) => id === wanted) ?? usual ?? null;
  const put = (ready: ReadyMade) => {
    if (client === null) return;
    const made = readyList(document.machine, ready, client, provider);
    setWhy(made.ok ? null : `${ready.title}: ${made.why}`);
    if (!made.ok) return;
    const gesture = { id: `ready-made ${made.list} ${document.revision}` };
    for (const each of made.edits) edit(each, gesture);
    onDone?.();
  };
  return (
    <>
      <DeviceSelect
        document={document}
        label="Peer memory of"
        functions={providers}
        value={provider?.id ?? null}
        onChange={setWanted}
      />
      <span role="status" className={styles.why}>
        {why}
      </span>
      <ul className={styles.ready}>
        {READY_MADE.map((ready) => (
          <li key={ready.id}>
            <button
              type="button"
              className="small"
              aria-disabled={client === null || undefined}
              aria-describedby={`ready-${ready.id}`}
              onClick={() => put(ready)}
            >
              {ready.title}
            </button>
            <span id={`ready-${ready.id}`} className={styles.quiet}>
              {ready.text}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useState } from 'react';
import type { FunctionId } from '../../../model/ids.ts';
import { listInSight } from '../../../store/mappingView.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { ClientRow } from './ClientRow.tsx';
import styles from './Editor.module.css';
import { EntryEditor } from './EntryEditor.tsx';
import { ListBar } from './ListBar.tsx';
import { NoList } from './NoList.tsx';
import { useUsualClient } from './useUsualClient.ts';

/** One of the document's lists: what it is called, which device it is for, and what is in it. */
export function ListEditor({ document }: { readonly document: OpenDocument }) {
  const mapping = usePeerlane((state) => state.mapping);
  const usual = useUsualClient(document);
  const [wanted, setWanted] = useState<FunctionId | null>(null);
  const list = listInSight(document.machine, mapping);
  if (!list) {
    const client = wanted !== null && document.byId.has(wanted) ? wanted : usual;
    return (
      <section className={styles.editor} aria-label="Scatterlist">
        <NoList document={document} client={client} onClient={setWanted} />
      </section>
    );
  }
  return (
    <section className={styles.editor} aria-label="Scatterlist">
      <ListBar document={document} list={list} />
      <ClientRow document={document} list={list} />
      <EntryEditor key={list.id} document={document} list={list} />
    </section>
  );
}

import { useCallback, useMemo, useState } from 'react';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import styles from './AddressesPanel.module.css';
import { AddressTable } from './AddressTable.tsx';
import {
  type AddressRow,
  addressRows,
  FILTERS,
  type Filter,
  type ShownMap,
} from './addressRows.ts';
import { FILTER_WORDS } from './addressWords.ts';
import { countsText } from './countsText.ts';
import { copyText, ownerText } from './ownerText.ts';
import { Pointed } from './Pointed.tsx';
import { Strips } from './Strips.tsx';
import { Troubles } from './Troubles.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly shown: ShownMap;
}

/** The map and, beside it, the same as a table. What is pointed at in one is lit in both. */
export function Addresses({ document, shown }: Props) {
  const { select, moveCamera } = usePeerlane((state) => state.actions);
  const [filter, setFilter] = useState<Filter>('memory');
  const [pointed, setPointed] = useState<string | null>(null);
  const rows = useMemo(() => addressRows(shown.hosts, filter), [shown, filter]);
  const byKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const text = useMemo(() => copyText(rows, document, shown.hasOffsets), [rows, document, shown]);
  const choose = useCallback(
    (part: PartId) => {
      select([part]);
      moveCamera('reveal-focus');
    },
    [select, moveCamera],
  );
  const counts = useMemo(() => countsText(rows), [rows]);
  const row: AddressRow | null = (pointed !== null && byKey.get(pointed)) || null;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2>Addresses</h2>
        <p className={styles.counts}>{counts}</p>
        <fieldset className={styles.filters}>
          <legend className="unseen">Which addresses</legend>
          {FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              className="small"
              aria-pressed={each === filter}
              onClick={() => setFilter(each)}
            >
              {FILTER_WORDS[each]}
            </button>
          ))}
        </fieldset>
        <CopyButton text={text} what="the table" inFull />
      </header>
      <Troubles document={document} shown={shown} />
      <Pointed row={row} owner={row && ownerText(document, row.part)} />
      <div className={styles.body}>
        <Strips
          document={document}
          shown={shown}
          filter={filter}
          lit={pointed}
          onPoint={setPointed}
          onChoose={choose}
        />
        <AddressTable
          document={document}
          rows={rows}
          hasOffsets={shown.hasOffsets}
          lit={pointed}
          onPoint={setPointed}
          onChoose={choose}
        />
      </div>
    </div>
  );
}

import { useRef, useState } from 'react';
import type { Machine } from '../../model/machine.ts';
import { countsSentence } from '../../parts/verdictWords.ts';
import { ExplainPanel } from '../explain/ExplainPanel.tsx';
import type { Judge } from '../judge.ts';
import type { Loaded } from '../state/session.ts';
import type { Pair } from './filterPairs.ts';
import { Pager } from './Pager.tsx';
import { PairFilters } from './PairFilters.tsx';
import styles from './PairsSection.module.css';
import { PairTable, rowButtonId } from './PairTable.tsx';
import { usePairView } from './usePairView.ts';

interface Props {
  readonly judge: Judge;
  readonly loaded: Loaded;
  readonly onBridgesToo: (bridgesToo: boolean) => void;
}

/** The verdicts: counted, filtered, listed, and one of them explained beside the list. */
export function PairsSection({ judge, loaded, onBridgesToo }: Props) {
  const { reading, judgement, bridgesToo } = loaded;
  const { filter, setFilter, filtered, setPage, rows } = usePairView(judge, judgement);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const turnTo = (page: number) => {
    setPage(page);
    const top = list.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) list.current?.scrollIntoView({ block: 'start' });
  };
  const backToRow = () => {
    if (chosen) document.getElementById(rowButtonId(chosen))?.focus();
  };
  return (
    <section className={styles.section} aria-labelledby="pairs-title">
      <h2 id="pairs-title" className={styles.counts}>
        {countsSentence(filtered.counts)}
      </h2>
      <PairFilters
        functions={judgement.table.functions}
        titles={reading.titles}
        filter={filter}
        onFilter={setFilter}
        counts={filtered.counts}
        bridgesToo={bridgesToo}
        onBridgesToo={onBridgesToo}
      />
      <div className={styles.columns}>
        <div className={styles.list} ref={list}>
          {rows && rows.total > 0 && (
            <PairTable
              key={rows.range.page}
              verdicts={rows.verdicts}
              titles={reading.titles}
              begin={rows.range.begin}
              total={rows.total}
              oneDomain={isOneDomain(reading.machine)}
              chosen={chosen}
              onChoose={setChosen}
              onLeave={() => setChosen(null)}
            />
          )}
          {rows?.total === 0 && (
            <p className={styles.none}>
              {judgement.table.functions.length < 2
                ? 'A pair takes two endpoints, and this input has fewer. “Bridges too” lists every function.'
                : 'No pair passes these filters.'}
            </p>
          )}
          {rows && <Pager range={rows.range} total={rows.total} onPage={turnTo} />}
        </div>
        <ExplainPanel
          judge={judge}
          judgement={judgement}
          titles={reading.titles}
          pair={chosen}
          onBack={backToRow}
          onClose={() => {
            backToRow();
            setChosen(null);
          }}
        />
      </div>
    </section>
  );
}

function isOneDomain({ functions }: Machine): boolean {
  return functions.every(({ address }) => address?.domain === functions[0]?.address?.domain);
}

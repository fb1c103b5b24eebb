import { useState } from 'react';
import type { DeviceKind } from '../../model/deviceKind.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { MatrixFilters } from './MatrixFilters.tsx';
import { type ListedPair, MatrixGrid } from './MatrixGrid.tsx';
import styles from './MatrixPanel.module.css';
import { MatrixWaiting } from './MatrixWaiting.tsx';
import { PointedPair } from './PointedPair.tsx';
import { SummaryBar } from './SummaryBar.tsx';
import { ANY_FUNCTION } from './setup.ts';
import type { KindPair } from './summarise.ts';
import { type Matrix, useMatrix } from './useMatrix.ts';
import { useSetup } from './useSetup.ts';
import { VerdictLegend } from './VerdictLegend.tsx';

const NO_DOCUMENT = -1;

/** Provider × client: every verdict of the machine, counted, filtered, and one of them to choose. */
export function MatrixPanel() {
  const document = usePeerlane((state) => state.document);
  const results = usePeerlane((state) => state.results);
  const listing = usePeerlane((state) => state.listing);
  const chosen = usePeerlane((state) => state.pair);
  const { choose, list, setView } = usePeerlane((state) => state.actions);
  const [setup, change] = useSetup(document?.serial ?? NO_DOCUMENT);
  const matrix = useMatrix(document, results, listing, setup);
  const [pointed, setPointed] = useState<ListedPair | null>(null);

  if (!document || !results || !matrix) return <MatrixWaiting hasDocument={document !== null} />;
  const { providers, clients, listed } = matrix;
  const isStale = results.revision !== document.revision;
  const showKinds = (pair: KindPair | null) =>
    change({
      provider: { ...setup.provider, kinds: pair && new Set([pair.provider]) },
      client: { ...setup.client, kinds: pair && new Set([pair.client]) },
    });
  const told = pointed ?? pairOf(listed, chosen.provider, chosen.client);
  const hasPair = chosen.provider !== null && chosen.client !== null;
  return (
    <div className={styles.frame}>
      <div className={styles.panel} data-filters={setup.hasFilters || undefined}>
        <div id="matrix-filters" className={styles.filters}>
          <MatrixFilters
            matrix={matrix}
            setup={setup}
            onChange={change}
            listing={listing}
            onList={list}
          />
        </div>
        <div className={styles.main}>
          <div className={styles.top}>
            <button
              type="button"
              className={`small ${styles.toggle}`}
              aria-expanded={setup.hasFilters}
              aria-controls="matrix-filters"
              onClick={() => change({ hasFilters: !setup.hasFilters })}
            >
              Filters
            </button>
            <VerdictLegend
              counts={matrix.shown}
              total={matrix.summary.total}
              only={setup.only}
              onOnly={(only) => change({ only })}
            />
            <SummaryBar
              summary={matrix.summary}
              kinds={matrix.firstKinds}
              shown={onlyKinds(matrix)}
              onShow={showKinds}
            />
          </div>
          <div className={styles.place}>
            {providers.items.length > 0 && clients.items.length > 0 ? (
              <MatrixGrid
                table={results.table}
                providers={providers}
                clients={clients}
                chosen={chosen}
                only={setup.only}
                isStale={isStale}
                onChoose={({ provider, client }) =>
                  choose({ provider: provider.id, client: client.id })
                }
                onPoint={setPointed}
              />
            ) : (
              <NothingShown
                isEmpty={listed.length < 2}
                onReset={() => change({ provider: ANY_FUNCTION, client: ANY_FUNCTION })}
              />
            )}
            <UpdatingTag isStale={isStale} />
          </div>
          <div className={styles.status}>
            {told && !isStale ? (
              <PointedPair table={results.table} pair={told} />
            ) : (
              <p className={styles.hint}>
                {isStale
                  ? 'The verdicts are being worked out anew.'
                  : 'Choose a cell to see its path on the sheet and its reasons.'}
              </p>
            )}
            {hasPair && (
              <button type="button" className="small" onClick={() => setView({ dockTab: 'why' })}>
                Why?
              </button>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

function NothingShown(props: { readonly isEmpty: boolean; readonly onReset: () => void }) {
  return (
    <div className={styles.nothing}>
      {props.isEmpty ? (
        <p>
          A pair takes two endpoints, and this machine shows fewer. “Bridges too” lists every
          function.
        </p>
      ) : (
        <>
          <p>No function passes these filters as provider, or none as client.</p>
          <button type="button" onClick={props.onReset}>
            Clear the filters
          </button>
        </>
      )}
    </div>
  );
}

/** The pair of kinds that alone is shown, if it is one. */
function onlyKinds({
  providerKinds,
  clientKinds,
}: Matrix): Pick<KindPair, 'provider' | 'client'> | null {
  const [provider, client] = [only(providerKinds), only(clientKinds)];
  return provider && client ? { provider, client } : null;
}

function only(kinds: ReadonlySet<DeviceKind>): DeviceKind | null {
  const [first] = kinds;
  return first !== undefined && kinds.size === 1 ? first : null;
}

function pairOf(
  listed: Matrix['listed'],
  provider: string | null,
  client: string | null,
): ListedPair | null {
  const from = listed.find(({ id }) => id === provider);
  const to = listed.find(({ id }) => id === client);
  return from && to ? { provider: from, client: to } : null;
}

import { Fragment } from 'react';
import type { DeviceKind } from '../../model/deviceKind.ts';
import { formatCount, type VerdictCounts } from '../../parts/verdictWords.ts';
import styles from './SummaryBar.module.css';
import { countAll, countParts, type KindPair, kindPairTitle, type Summary } from './summarise.ts';

interface Props {
  readonly summary: Summary;
  /** Of these kinds each pair has its sentence. */
  readonly kinds: ReadonlySet<DeviceKind>;
  /** The pair of kinds that alone is shown, if it is one. */
  readonly shown: Pick<KindPair, 'provider' | 'client'> | null;
  /** `null`: all kinds again. */
  readonly onShow: (pair: KindPair | null) => void;
}

/** "GPUs × NICs: 24 direct, 8 via host, 32 refused", for each pair of kinds; each is a filter. */
export function SummaryBar({ summary, kinds, shown, onShow }: Props) {
  const pairs = summary.pairs.filter(
    ({ provider, client }) => kinds.has(provider) && kinds.has(client),
  );
  const all = countAll(summary.total);
  return (
    <section className={styles.bar} aria-label="Summary by kinds of device">
      <p className={styles.total}>
        <strong>
          All {formatCount(all)} {all === 1 ? 'pair' : 'pairs'}:
        </strong>{' '}
        <Counts counts={summary.total} />
      </p>
      <ul className={styles.pairs}>
        {pairs.map((pair) => {
          const isShown = shown?.provider === pair.provider && shown.client === pair.client;
          return (
            <li key={`${pair.provider} ${pair.client}`}>
              <button
                type="button"
                className={styles.pair}
                aria-pressed={isShown}
                onClick={() => onShow(isShown ? null : pair)}
              >
                <strong>{kindPairTitle(pair)}:</strong> <Counts counts={pair.counts} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What there is stands out from what there is none of. */
function Counts({ counts }: { readonly counts: VerdictCounts }) {
  return countParts(counts).map(({ kind, count, text }, index) => (
    <Fragment key={kind}>
      {index > 0 && ', '}
      <span className={styles.count} data-kind={count > 0 ? kind : 'none'}>
        {text}
      </span>
    </Fragment>
  ));
}

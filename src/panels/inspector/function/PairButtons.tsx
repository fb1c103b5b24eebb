import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { Glyph } from '../../../parts/Glyph.tsx';
import { formatCount, VERDICT_KINDS, type VerdictCounts } from '../../../parts/verdictWords.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { rowCounts, SHORT_VERDICTS } from '../../words/rowCounts.ts';
import styles from '../Buttons.module.css';
import { Fact, Facts } from '../Facts.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
}

/** Makes the function one end of the pair, and says how it fares at either. */
export function PairButtons({ document, fn }: Props) {
  return (
    <>
      <div className={styles.row}>
        <span className={styles.label}>Set as</span>
        <EndButton end="provider" id={fn.id} />
        <EndButton end="client" id={fn.id} />
      </div>
      <RowSummary document={document} fn={fn} />
    </>
  );
}

const LETTER = { provider: 'P', client: 'O' } as const;
const TITLE = { provider: 'Provider', client: 'Client' } as const;

function EndButton({ end, id }: { readonly end: 'provider' | 'client'; readonly id: FunctionId }) {
  const isChosen = usePeerlane((state) => state.pair[end] === id);
  const hasKeys = usePeerlane((state) => state.view.hasKeyShortcuts);
  const choose = usePeerlane((state) => state.actions.choose);
  return (
    <button
      type="button"
      className={`small ${styles.end}`}
      aria-pressed={isChosen}
      {...(hasKeys ? { 'aria-keyshortcuts': LETTER[end] } : {})}
      onClick={() => choose({ [end]: isChosen ? null : id })}
    >
      {hasKeys && (
        <span className={styles.letter} aria-hidden="true">
          {LETTER[end]}
        </span>
      )}
      {TITLE[end]}
    </button>
  );
}

function RowSummary({ document, fn }: Props) {
  const results = usePeerlane((state) => state.results);
  if (results === null) return null;
  const asProvider = rowCounts(results, fn.id, 'provider');
  const asClient = rowCounts(results, fn.id, 'client');
  if (!asProvider || !asClient) return null;
  const isStale = results.revision !== document.revision;
  return (
    <Facts isTight>
      <Fact name="As provider" term="provider">
        <Counts counts={asProvider} isStale={isStale} />
      </Fact>
      <Fact name="As client" term="client">
        <Counts counts={asClient} isStale={isStale} />
      </Fact>
    </Facts>
  );
}

function Counts({
  counts,
  isStale,
}: {
  readonly counts: VerdictCounts;
  readonly isStale: boolean;
}) {
  return (
    <span className={styles.counts} data-stale={isStale || undefined}>
      {VERDICT_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <span key={kind} className={styles.count}>
          <Glyph kind={kind} />
          {formatCount(counts[kind])} {SHORT_VERDICTS[kind]}
        </span>
      ))}
    </span>
  );
}

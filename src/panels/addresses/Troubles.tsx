import { useState } from 'react';
import { Glyph } from '../../parts/Glyph.tsx';
import { formatCount } from '../../parts/verdictWords.ts';
import type { OpenDocument } from '../../store/state.ts';
import { FunctionLink } from '../FunctionLink.tsx';
import styles from './AddressesPanel.module.css';
import type { ShownMap } from './addressRows.ts';
import { hiddenWords } from './hiddenWords.ts';
import { ownerNumber } from './ownerText.ts';

const MOST_TOLD = 4;

/** What has no place or a wrong one, and what the input does not show. */
export function Troubles({
  document,
  shown,
}: {
  readonly document: OpenDocument;
  readonly shown: ShownMap;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const { troubles } = shown.map;
  const told = isWhole ? troubles : troubles.slice(0, MOST_TOLD);
  const hidden = hiddenWords(document.machine, shown);
  if (troubles.length === 0 && hidden.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable
    <section className={styles.troubles} tabIndex={0} aria-label="What has no good address">
      <ul>
        {told.map(({ function: id, bar, kind, text }) => (
          <li key={`${id} ${bar} ${kind}`} data-kind={kind}>
            <FunctionLink id={id} name={ownerNumber(document, id) ?? id} /> {text}
          </li>
        ))}
        {hidden.map((text) => (
          <li key={text} data-kind="hidden">
            <Glyph kind="unknown" /> {text}
          </li>
        ))}
      </ul>
      {told.length < troubles.length && (
        <button type="button" className="small" onClick={() => setIsWhole(true)}>
          Show the other {formatCount(troubles.length - told.length)}
        </button>
      )}
    </section>
  );
}

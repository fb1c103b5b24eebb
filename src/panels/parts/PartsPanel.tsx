import { useDeferredValue, useMemo, useState } from 'react';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { KindChips } from './KindChips.tsx';
import { PartItem } from './PartItem.tsx';
import styles from './PartsPanel.module.css';
import { findCatalogueParts, type PartQuery } from './partKinds.ts';
import { usePartKeys } from './usePartKeys.ts';

/** What was looked for last: other tabs come in between. */
let lastAsked: PartQuery & { readonly open: string | null } = {
  text: '',
  kinds: new Set(),
  open: null,
};

/** The catalogue, to look figures up in and to take parts from. */
export function PartsPanel() {
  const document = usePeerlane((state) => state.document);
  const [asked, setAsked] = useState(lastAsked);
  const query = useDeferredValue(asked);
  const sections = useMemo(() => findCatalogueParts(CATALOGUE, query), [query]);
  const list = usePartKeys();
  if (document === null) return null;

  const ask = (change: Partial<typeof asked>) => {
    lastAsked = { ...asked, ...change };
    setAsked(lastAsked);
  };
  const toggle = (kind: PartKind) => {
    const kinds = new Set(asked.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    ask({ kinds });
  };
  const found = sections.reduce((sum, { parts }) => sum + parts.length, 0);
  return (
    <div className={styles.panel}>
      <div className={styles.find}>
        <input
          id="find-part"
          type="search"
          className={styles.field}
          aria-label="Find a part"
          placeholder="Name, maker, kind"
          value={asked.text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => ask({ text: event.target.value })}
          onKeyDown={list.onFieldKey}
        />
        <span className={styles.count} role="status">
          {found === CATALOGUE.length ? `${found} parts` : `${found} of ${CATALOGUE.length}`}
        </span>
        <KindChips chosen={asked.kinds} onToggle={toggle} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from button to button within */}
      <div ref={list.ref} className={styles.list} onKeyDown={list.onListKey}>
        {found === 0 && <p className={styles.nothing}>No part of that name.</p>}
        {sections.map(({ kind, title, parts }) => (
          <section key={kind} aria-label={title}>
            <h2 className={styles.kind}>{title}</h2>
            <ul className={styles.parts}>
              {parts.map((part) => (
                <PartItem
                  key={part.id}
                  part={part}
                  isOpen={asked.open === part.id}
                  onToggle={(isOpen) => ask({ open: isOpen ? part.id : null })}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

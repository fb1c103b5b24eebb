import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Carried } from '../../build/carried.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import { carryByHand } from '../../parts/carryByHand.ts';
import { carryByKeys } from '../../parts/carryByKeys.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { KindChips } from './KindChips.tsx';
import { Palette } from './Palette.tsx';
import { PartItem } from './PartItem.tsx';
import styles from './PartsPanel.module.css';
import { findCatalogueParts, type PartQuery } from './partKinds.ts';
import { CountField } from './tiles/CountField.tsx';
import { usePartKeys } from './usePartKeys.ts';

interface Asked extends PartQuery {
  /** Ids of the parts of which the details are shown, on a tile and in the list. */
  readonly openTile: string | null;
  readonly open: string | null;
  /** So many are taken at once. */
  readonly count: number;
}

/** What was looked for last: other tabs come in between. */
let lastAsked: Asked = { text: '', kinds: new Set(), openTile: null, open: null, count: 1 };

/** The catalogue: to look figures up in, and to carry parts from onto the drawing. */
export function PartsPanel() {
  const hasDocument = usePeerlane((state) => state.document !== null);
  return hasDocument ? <Parts /> : null;
}

function Parts() {
  const [asked, setAsked] = useState(lastAsked);
  const { text, kinds } = useDeferredValue(asked);
  const sections = useMemo(() => findCatalogueParts(CATALOGUE, { text, kinds }), [text, kinds]);
  const hint = useId();
  const { count } = asked;
  const carried = (part: string): Carried => ({ kind: 'part', part, count });
  const take = (part: string) => carryByKeys(carried(part));
  const list = usePartKeys(take);
  useTakenByHand(list.ref, count);

  const ask = (change: Partial<Asked>) => {
    lastAsked = { ...lastAsked, ...change };
    setAsked(lastAsked);
  };
  const toggle = (kind: PartKind) => {
    const chosen = new Set(asked.kinds);
    if (!chosen.delete(kind)) chosen.add(kind);
    ask({ kinds: chosen });
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
        <CountField count={count} onCount={(next) => ask({ count: next })} />
        <span id={hint} className="unseen">
          Drag it onto the drawing; or Enter takes it up, and the arrow keys choose its place. Space
          shows what is known of it.
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from button to button within */}
      <div ref={list.ref} className={styles.list} onKeyDown={list.onListKey}>
        {text.trim() === '' && (
          <Palette
            open={asked.openTile}
            count={count}
            hint={hint}
            onOpen={(openTile) => ask({ openTile })}
            onTake={take}
          />
        )}
        <KindChips chosen={asked.kinds} onToggle={toggle} />
        {found === 0 && <p className={styles.nothing}>No part of that name.</p>}
        {sections.map(({ kind, title, parts }) => (
          <section key={kind} aria-label={title}>
            <h2 className={styles.kind}>{title}</h2>
            <ul className={styles.parts}>
              {parts.map((part) => (
                <PartItem
                  key={part.id}
                  part={part}
                  count={count}
                  hint={hint}
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

/** Tiles and rows can be dragged away; `count` may change in between. */
function useTakenByHand(panel: RefObject<HTMLElement | null>, count: number): void {
  const now = useRef(count);
  useEffect(() => {
    now.current = count;
  }, [count]);
  useEffect(() => {
    if (panel.current === null) return;
    return carryByHand(panel.current, (element) => {
      const part = element.closest<HTMLElement>('[data-part]')?.dataset.part;
      return part === undefined ? null : { kind: 'part', part, count: now.current };
    });
  }, [panel]);
}

import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { partCaption } from '../../panels/parts/partCaption.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import finder from '../dialogs/Finder.module.css';
import { FinderField } from '../dialogs/FinderField.tsx';
import type { Offer } from './addOffer.ts';
import styles from './PartPicker.module.css';
import { searchParts } from './searchParts.ts';

/** A part in the list, with what choosing it would do. */
export interface Pick {
  readonly part: CataloguePart;
  readonly count: number;
  readonly offer: Offer;
}

export interface PickWay {
  readonly id: 'here' | 'again' | 'elsewhere';
  /** As on a button. */
  readonly title: string;
  /** As printed on the keys. */
  readonly keys: string;
}

interface Props {
  readonly title: string;
  readonly placeholder: string;
  readonly isAmong: (part: CataloguePart) => boolean;
  readonly offerOf: (part: CataloguePart, count: number) => Offer;
  /** What can be done with a part, by Enter, Shift+Enter and Ctrl+Enter. */
  readonly ways: readonly PickWay[];
  readonly onPick: (pick: Pick, way: PickWay['id']) => void;
  readonly onClose: () => void;
  /** What was done last, while the dialog stays. */
  readonly done?: string;
}

/** So many are looked at; who wants another types a letter more. */
const MOST_SHOWN = 60;

/** One field over the catalogue: type how many of what, Enter takes the first. */
export function PartPicker(props: Props) {
  const { title, placeholder, isAmong, offerOf, ways, onPick, onClose, done = '' } = props;
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const among = useMemo(() => CATALOGUE.filter(isAmong), [isAmong]);
  const picks = useMemo(() => picksOf(among, text, offerOf), [among, text, offerOf]);
  const current = picks[at];
  const pick = (which: Pick | undefined, way: PickWay['id']) => {
    if (!which) return;
    onPick(which, way);
    field.current?.focus();
    field.current?.select();
  };
  const onEnter = (event: KeyboardEvent) => {
    const wanted = event.ctrlKey || event.metaKey ? 'elsewhere' : event.shiftKey ? 'again' : 'here';
    const way = ways.find(({ id }) => id === wanted);
    if (way) pick(current, way.id);
  };
  return (
    <Dialog title={title} onClose={onClose} isBare>
      <div className={styles.picker}>
        <FinderField
          field={field}
          list={list}
          name={title}
          placeholder={placeholder}
          text={text}
          at={at}
          count={picks.length}
          onText={setText}
          onAt={setAt}
          onEnter={onEnter}
        />
        <div id={list} role="listbox" aria-label="Parts" className={finder.list}>
          {picks.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={each.part.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-disabled={each.offer.kind === 'cannot' || undefined}
              tabIndex={-1}
              className={styles.option}
              onClick={() => pick(each, 'here')}
              onPointerMove={() => setAt(index)}
            >
              <PickWords {...each} />
            </div>
          ))}
        </div>
        <p className={picks.length > 0 ? 'unseen' : styles.none} role="status">
          {picks.length > 0 ? done : 'No part is called that.'}
        </p>
        <div className={styles.ways}>
          {done !== '' && <span className={styles.done}>{done}</span>}
          {ways.map((way) => (
            <button
              key={way.id}
              type="button"
              className="small"
              tabIndex={-1}
              aria-disabled={current ? undefined : true}
              onClick={() => pick(current, way.id)}
            >
              {way.title} <kbd>{way.keys}</kbd>
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function PickWords({ part, count, offer }: Pick) {
  const caption = partCaption(part);
  return (
    <>
      <span className={styles.kind}>{part.kind}</span>
      <span className={styles.title}>
        {count > 1 && <b>{count} × </b>}
        {part.title}
        {caption !== '' && <span className={styles.caption}> {caption}</span>}
      </span>
      <span className={styles.where}>{offer.kind === 'cannot' ? offer.why : offer.words}</span>
    </>
  );
}

/** What answers to the text; what can be done comes before what cannot. */
function picksOf(
  among: readonly CataloguePart[],
  text: string,
  offerOf: Props['offerOf'],
): readonly Pick[] {
  const { count, parts, called } = searchParts(among, text);
  const picks = parts
    .slice(0, MOST_SHOWN)
    .map((part, index) => ({ part, count, offer: offerOf(part, count), isCalled: index < called }));
  // What can be done does not come before what was asked for by its name.
  const rank = ({ offer, isCalled }: (typeof picks)[number]) =>
    (isCalled ? 0 : 2) + (offer.kind === 'cannot' ? 1 : 0);
  return picks.sort((a, b) => rank(a) - rank(b));
}

import { memo, type RefObject } from 'react';
import type { Mend } from '../../build/change.ts';
import type { Check, CheckedPart } from '../../engine/check/check.ts';
import { parseAddress } from '../../model/address.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import { pointAtParts } from '../../parts/pointedParts.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { LinkedText } from '../LinkedText.tsx';
import styles from './CheckItem.module.css';
import { addressWords, onTheSheet, partWords } from './partWords.ts';

interface Props {
  readonly check: Check;
  /** Takes the focus when the finding goes, with the button that was pressed. */
  readonly list: RefObject<HTMLElement | null>;
  /** It was asked for on the sheet. */
  readonly isAsked: boolean;
}

const MOST_NAMED = 8;

/** One finding: pointing at it, or moving the focus into it, shows its parts on the sheet. */
export const CheckItem = memo(function CheckItem({ check, list, isAsked }: Props) {
  const { text, hint, parts, mends } = check;
  const change = usePeerlane((state) => state.actions.change);
  const document = usePeerlane((state) => state.document);
  const point = () => {
    if (document) pointAtParts(parts.flatMap((part) => onTheSheet(document, part)));
  };
  const leave = () => pointAtParts([]);
  const mend = async ({ title, changes }: Mend) => {
    leave();
    await change(title, changes);
    list.current?.focus({ preventScroll: true });
  };
  return (
    <li
      className={styles.check}
      tabIndex={-1}
      data-asked={isAsked || undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <p className={styles.text}>
        <LinkedText text={text} />
        {hint !== null && (
          <span className={styles.hint}>
            {' '}
            <LinkedText text={hint} />
          </span>
        )}
      </p>
      <ul className={styles.parts} aria-label="Parts">
        {parts.slice(0, MOST_NAMED).map((part) => (
          <li key={part}>
            <Part id={part} />
          </li>
        ))}
        {parts.length > MOST_NAMED && <li>and {parts.length - MOST_NAMED} more</li>}
      </ul>
      {mends.length > 0 && (
        <div className={styles.mends}>
          {mends.map((each) => (
            <button key={each.title} type="button" className="small" onClick={() => mend(each)}>
              {each.title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
});

function Part({ id }: { readonly id: CheckedPart }) {
  const { select, moveCamera } = usePeerlane((state) => state.actions);
  const document = usePeerlane((state) => state.document);
  if (!document) return null;
  const name = partWords(document, id);
  const address = addressWords(document, id);
  const title = `Select ${address === null || address === name ? 'it' : address} on the sheet`;
  const show = () => {
    select(onTheSheet(document, id));
    moveCamera('reveal-focus');
  };
  return (
    <button type="button" className={styles.part} title={title} onClick={show}>
      {parseAddress(name) ? <Bdf id={name} /> : name}
    </button>
  );
}

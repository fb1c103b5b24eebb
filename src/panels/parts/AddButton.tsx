import { useId, useState } from 'react';
import type { CataloguePart } from '../../catalogue/part.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { offerAdding } from './addPlace.ts';
import styles from './PartItem.module.css';
import { rememberPart } from './tiles/useRecentParts.ts';

interface Props {
  readonly part: CataloguePart;
  /** How many at once. */
  readonly count: number;
}

/** Puts the part below what is selected; where that cannot be, it says why. */
export function AddButton({ part, count }: Props) {
  const why = useId();
  const document = usePeerlane((state) => state.document);
  const focus = usePeerlane((state) => state.focus);
  const change = usePeerlane((state) => state.actions.change);
  const [isBusy, setBusy] = useState(false);
  if (document === null) return null;
  const offer = offerAdding(document, part, focus, count);
  const add = () => {
    if (offer.kind === 'cannot' || isBusy) return;
    setBusy(true);
    rememberPart(part.id);
    void change(offer.title, offer.changes).finally(() => setBusy(false));
  };
  const isPossible = offer.kind === 'can';
  return (
    <div className={styles.add}>
      <button
        type="button"
        aria-disabled={isPossible ? undefined : true}
        aria-describedby={isPossible ? undefined : why}
        onClick={add}
      >
        Add{isPossible && `${count === 1 ? '' : ` ${count}`} ${offer.words}`}
      </button>
      {offer.kind === 'cannot' && (
        <p id={why} className={styles.why}>
          {offer.why}
        </p>
      )}
    </div>
  );
}

import { useId, useMemo, useState } from 'react';
import { dropTargets } from '../../build/dropTargets.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { offerAdding } from './offerAdding.ts';
import styles from './PartItem.module.css';
import { rememberPart } from './tiles/useRecentParts.ts';

interface Props {
  readonly part: CataloguePart;
  /** How many at once. */
  readonly count: number;
}

/** Puts the part below what is selected; where that cannot be, it says why. */
export function AddButton(props: Props) {
  const document = usePeerlane((state) => state.document);
  return document && <Add {...props} document={document} />;
}

function Add({ part, count, document }: Props & { readonly document: OpenDocument }) {
  const why = useId();
  const { machine } = document;
  const focus = usePeerlane((state) => state.focus);
  const change = usePeerlane((state) => state.actions.change);
  const [isBusy, setBusy] = useState(false);
  const targets = useMemo(
    () => dropTargets(machine, { kind: 'part', part: part.id, count }),
    [machine, part, count],
  );
  const offer = offerAdding(part, targets, focus);
  const add = () => {
    if (offer.kind === 'cannot' || isBusy) return;
    setBusy(true);
    rememberPart(part.id);
    void change(offer.drop.title, offer.drop.changes).finally(() => setBusy(false));
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
        Add{isPossible && `${count === 1 ? '' : ` ${count}`} ${offer.drop.words}`}
      </button>
      {offer.kind === 'cannot' && (
        <p id={why} className={styles.why}>
          {offer.why}
        </p>
      )}
    </div>
  );
}

import { useId, useState } from 'react';
import type { CataloguePart } from '../../catalogue/part.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { addPlace, offerAdding } from './addPlace.ts';
import styles from './PartItem.module.css';

/** Puts the part below what is selected; where that cannot be, it says why. */
export function AddButton({ part }: { readonly part: CataloguePart }) {
  const why = useId();
  const document = usePeerlane((state) => state.document);
  const focus = usePeerlane((state) => state.focus);
  const { change, typeSketch, notify } = usePeerlane((state) => state.actions);
  const [isBusy, setBusy] = useState(false);
  if (document === null) return null;
  const place = addPlace(document, focus);
  const offer = offerAdding(document.machine, part, place);
  const write = async (lines: string) => {
    const { sketchOf } = await import('../../store/sketchOf.ts');
    const text = `${sketchOf(document.machine).trimEnd()}\n\n${lines}`;
    const problems = await typeSketch(text, { id: `add ${part.id} ${document.revision}` });
    const [first] = problems.filter(({ severity }) => severity === 'error');
    if (first) notify('warning', `Line ${first.line} of the text has an error: ${first.text}`);
  };
  const add = () => {
    if (offer.kind === 'cannot' || isBusy) return;
    setBusy(true);
    const added = offer.kind === 'can' ? change(offer.title, [offer.change]) : write(offer.lines);
    void added.finally(() => setBusy(false));
  };
  const isPossible = offer.kind !== 'cannot';
  const words = offer.kind === 'can-write' ? offer.words : (place?.words ?? '');
  return (
    <div className={styles.add}>
      <button
        type="button"
        aria-disabled={isPossible ? undefined : true}
        aria-describedby={isPossible ? undefined : why}
        onClick={add}
      >
        Add{isPossible && ` ${words}`}
      </button>
      {offer.kind === 'cannot' && (
        <p id={why} className={styles.why}>
          {offer.why}
        </p>
      )}
    </div>
  );
}

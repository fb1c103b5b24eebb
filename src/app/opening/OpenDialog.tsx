import { useState } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import { Cards } from '../gallery/Cards.tsx';
import { room } from '../room/room.ts';
import { CollectCommand } from './CollectCommand.tsx';
import { EarlierDocuments } from './EarlierDocuments.tsx';
import { FailureMessage } from './FailureMessage.tsx';
import styles from './OpenDialog.module.css';
import { PasteBox } from './PasteBox.tsx';

/** Every way for a machine to come in; and, when one could not, why. */
export function OpenDialog() {
  const opening = usePeerlane((state) => state.opening);
  const dismissFailure = usePeerlane((state) => state.actions.dismissFailure);
  const failure = opening.kind === 'failed' ? opening : null;
  // Kept while it is read anew: what is in the box stays there.
  const [text, setText] = useState(failure?.text ?? '');
  if (failure && text !== (failure.text ?? '')) setText(failure.text ?? '');
  const close = () => {
    if (failure) dismissFailure();
    room.set({ dialog: null });
  };
  return (
    <Dialog title="Open a machine" onClose={close}>
      <div className={styles.dialog}>
        {failure && <FailureMessage failure={failure} />}
        {/* A new failure brings another text. */}
        <PasteBox key={text} id="open-text" text={text} hasFocus />
        <EarlierDocuments />
        <CollectCommand />
        <section className={styles.starts}>
          <h3>Or begin with one of these</h3>
          <Cards label="Machines to begin with" points={STARTING_POINTS} />
        </section>
      </div>
    </Dialog>
  );
}

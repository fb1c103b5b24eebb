import { usePeerlane } from '../../store/peerlane.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import { CollectCommand } from './CollectCommand.tsx';
import { FailureMessage } from './FailureMessage.tsx';
import styles from './OpenDialog.module.css';
import { PasteBox, TOO_LONG_TO_SHOW } from './PasteBox.tsx';
import { StartingPoints } from './StartingPoints.tsx';

/** Every way for a machine to come in; and, when one could not, why. */
export function OpenDialog() {
  const opening = usePeerlane((state) => state.opening);
  const dismissFailure = usePeerlane((state) => state.actions.dismissFailure);
  const failure = opening.kind === 'failed' ? opening : null;
  const text = failure?.text ?? '';
  const isShown = text.length <= TOO_LONG_TO_SHOW;
  const close = () => {
    if (failure) dismissFailure();
    room.set({ dialog: null });
  };
  return (
    <Dialog title="Open a machine" onClose={close}>
      <div className={styles.dialog}>
        {failure && <FailureMessage failure={failure} />}
        {!isShown && <KeptText text={text} />}
        {/* A new failure brings another text. */}
        <PasteBox key={text} id="open-text" text={isShown ? text : ''} hasFocus />
        <CollectCommand />
        <section className={styles.starts}>
          <h3>Or begin with one of these</h3>
          <StartingPoints />
        </section>
      </div>
    </Dialog>
  );
}

/** A text too long for the box is not lost for that. */
function KeptText({ text }: { readonly text: string }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'pasted-text.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <p className={styles.kept}>
      The text is too long to be shown here.
      <button type="button" className="small" onClick={download}>
        Download it
      </button>
    </p>
  );
}

import { usePeerlane } from '../../store/peerlane.ts';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import { TEMPLATES } from '../../store/templates.ts';
import { Cards } from '../gallery/Cards.tsx';
import { DrawCard } from '../gallery/DrawCard.tsx';
import { Gallery } from '../gallery/Gallery.tsx';
import { room } from '../room/room.ts';
import { CollectCommand } from './CollectCommand.tsx';
import { EarlierDocuments } from './EarlierDocuments.tsx';
import styles from './EmptyRoom.module.css';
import { FailureMessage } from './FailureMessage.tsx';
import { PasteBox } from './PasteBox.tsx';

/** No machine is on the table: three to begin with, and a box to bring one's own. */
export function EmptyRoom() {
  const name = usePeerlane((state) => state.document?.machine.name ?? null);
  const opening = usePeerlane((state) => state.opening);
  return (
    <main className={styles.room} id="sheet" tabIndex={-1}>
      <div className={styles.column}>
        <header className={styles.head}>
          <p className={styles.lead}>
            Which peer-to-peer DMA would the Linux kernel allow between the PCIe devices of a
            machine, and why?
          </p>
          {name !== null && (
            <button type="button" onClick={() => room.set({ isStartShown: false })}>
              Back to {name}
            </button>
          )}
        </header>
        {opening.kind === 'failed' && <FailureMessage failure={opening} />}
        <Cards label="Machines to begin with" points={STARTING_POINTS} last={<DrawCard />} />
        <p className={styles.more}>
          <button type="button" onClick={() => room.set({ dialog: 'gallery' })}>
            {TEMPLATES.length} more templates…
          </button>
          GPU servers, storage, laptops, and what five discussions on the kernel’s lists were about.
        </p>
        <PasteBox
          key={opening.kind === 'failed' ? opening.text : ''}
          id="start-text"
          text={opening.kind === 'failed' ? (opening.text ?? '') : ''}
        />
        <EarlierDocuments />
        <CollectCommand />
        <Gallery />
      </div>
    </main>
  );
}

import type { HostBridgeId, SlotId, SocketId } from '../../../model/ids.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { useLead } from '../go.ts';
import { ChangeButton } from './ChangeButton.tsx';
import styles from './Structure.module.css';

interface Props {
  readonly document: OpenDocument;
  readonly whole: HostBridgeId | SocketId | SlotId;
  readonly name: string;
  /** What the button says. */
  readonly words: string;
  /** What goes along, or stays. */
  readonly along: string | null;
  /** Shown then; `null`: the machine. */
  readonly next: PartId | null;
}

/** Takes a host bridge, a socket or a slot out of the machine. Undo brings it back. */
export function RemoveWhole({ document, whole, name, words, along, next }: Props) {
  const lead = useLead();
  return (
    <div className={`${styles.row} ${styles.remove}`}>
      <ChangeButton
        machine={document.machine}
        title={`remove ${name}`}
        changes={[{ kind: 'remove-whole', whole }]}
        onDone={() => lead(next)}
      >
        {words}
      </ChangeButton>
      {along !== null && <span className={styles.aside}>{along}</span>}
    </div>
  );
}

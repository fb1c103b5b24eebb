import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './Fields.module.css';
import { readyFlows } from './readyFlows.ts';

interface Props {
  readonly document: OpenDocument;
  readonly onDone: () => void;
}

/** Flows and groups that this machine has the parts for. */
export function ReadyFlows({ document, onDone }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  return (
    <ul className={styles.ready} aria-label="Ready-made flows">
      {readyFlows(document.machine).map(({ id, title, text, edit: made }) => (
        <li key={id}>
          <button
            type="button"
            className="small"
            title={title}
            onClick={() => {
              edit(made);
              onDone();
            }}
          >
            {title}
          </button>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

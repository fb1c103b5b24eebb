import type { OpenDocument } from '../../../store/state.ts';
import styles from './Fields.module.css';
import { ReadyFlows } from './ReadyFlows.tsx';
import { readyFlows } from './readyFlows.ts';

interface Props {
  readonly document: OpenDocument;
  readonly onDone: () => void;
}

/** Before there is a flow: what one is, and ways to begin. */
export function NoFlows({ document, onDone }: Props) {
  const hasReady = readyFlows(document.machine).length > 0;
  return (
    <div className={styles.form}>
      <p className={styles.hint}>
        A flow is data that somebody moves: from a device, the host’s memory or a scatterlist to
        another. Peerlane computes what all flows get at the same time, what holds each back, and
        what the links carry.{' '}
        {hasReady
          ? 'Draw one from device to device, or begin with one of these:'
          : 'Draw one from device to device, or add one by its ends.'}
      </p>
      <ReadyFlows document={document} onDone={onDone} />
    </div>
  );
}

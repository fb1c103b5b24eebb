import { CopyButton } from '../../parts/CopyButton.tsx';
import styles from './ExplainedPair.module.css';

interface Props {
  readonly log: readonly string[];
  readonly advice: string | null;
}

/** The kernel's own words on the pair. */
export function LogLines({ log, advice }: Props) {
  return (
    <>
      <div className={styles.titled}>
        <h3>What the kernel would log, in substance</h3>
        <CopyButton text={log.join('\n')} what="the log lines" />
      </div>
      <pre className={styles.log}>{log.join('\n')}</pre>
      {advice !== null && <p className={styles.settling}>{advice}</p>}
    </>
  );
}

import { usePeerlane } from '../../store/peerlane.ts';
import { progressWords } from '../progressWords.ts';
import styles from './MatrixWaiting.module.css';

/** Where the matrix will be: the lines of a table, and what is going on. */
export function MatrixWaiting({ hasDocument }: { readonly hasDocument: boolean }) {
  const judging = usePeerlane((state) => state.judging);
  const health = usePeerlane((state) => state.health);
  return (
    <div className={styles.waiting} data-busy={hasDocument || undefined}>
      <p role="status">
        {!hasDocument && 'Open a machine to see who may reach whom.'}
        {hasDocument &&
          (health.kind === 'dead'
            ? 'The engine does not run, so there are no verdicts.'
            : progressWords(judging ?? { doing: 'Judging pairs', done: null }))}
      </p>
    </div>
  );
}

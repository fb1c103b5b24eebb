import { usePeerlane } from '../../store/peerlane.ts';
import { progressWords } from '../progressWords.ts';
import styles from './PairPicker.module.css';

/** Both ends are chosen, and the answer is on its way. */
export function WaitingPair() {
  const judging = usePeerlane((state) => state.judging);
  const health = usePeerlane((state) => state.health);
  return (
    <div className={styles.waiting}>
      <p role="status">
        {health.kind === 'dead'
          ? 'The engine does not run, so there is no verdict.'
          : progressWords(judging ?? { doing: 'Explaining', done: null })}
      </p>
    </div>
  );
}

import type { SketchProblem } from '../../sketch/sketch.ts';
import styles from './ProblemList.module.css';
import { problemWords } from './problemWords.ts';

interface Props {
  /** By place in the text. */
  readonly problems: readonly SketchProblem[];
  readonly onGo: (place: number) => void;
  readonly onMend: (place: number) => void;
}

/** More than anybody reads. */
const MOST = 100;

/** What is wrong with the text, line by line. */
export function ProblemList({ problems, onGo, onMend }: Props) {
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-label="Problems in the text">
      <h2 className={styles.head}>
        {problemWords(problems)}
        <span className={styles.keys}>
          <kbd>F8</kbd> next, <kbd>Alt+Enter</kbd> mends
        </span>
      </h2>
      <ul className={styles.list}>
        {problems.slice(0, MOST).map((problem, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <li key={place} className={styles.problem} data-severity={problem.severity}>
            <button type="button" className={styles.go} onClick={() => onGo(place)}>
              <span className={styles.sign} aria-hidden="true">
                {problem.severity === 'error' ? '✕' : '!'}
              </span>
              <span className={styles.line}>
                <span className="unseen">Line </span>
                {problem.line}
              </span>
              <span>
                {problem.text}
                {problem.hint !== null && <span className={styles.hint}> {problem.hint}</span>}
              </span>
            </button>
            {problem.instead !== null && (
              <button
                type="button"
                className={`small ${styles.mend}`}
                aria-label={`Write ${problem.instead} in line ${problem.line}`}
                onClick={() => onMend(place)}
              >
                Write <code>{problem.instead}</code>
              </button>
            )}
          </li>
        ))}
        {problems.length > MOST && (
          <li className={styles.more}>and {problems.length - MOST} more</li>
        )}
      </ul>
    </section>
  );
}

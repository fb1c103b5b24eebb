import type { Problem } from '../../base/problem.ts';
import { WithAddresses } from '../../parts/Bdf.tsx';
import { byWeight, remarksSentence } from './byWeight.ts';
import styles from './ProblemList.module.css';

/** What a reader had to say: the weightiest first, all but the first few folded away. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { shown, folded } = byWeight(problems);
  return (
    <div className={styles.problems}>
      {shown.length > 0 && <Rows problems={shown} />}
      {folded.length > 0 && (
        <details>
          <summary>
            {shown.length > 0 ? 'More remarks' : 'Remarks'} on reading: {remarksSentence(folded)}
          </summary>
          <Rows problems={folded} />
        </details>
      )}
    </div>
  );
}

function Rows({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className={styles.rows}>
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the remarks on one reading never move
        <li key={index} className={styles.row}>
          <span className={styles.severity} data-severity={problem.severity}>
            {problem.severity}
          </span>
          <span className={styles.text}>
            {problem.line !== null && <span className={styles.line}>line {problem.line}: </span>}
            {problem.where !== null && <WithAddresses text={`${problem.where}: `} />}
            <WithAddresses text={problem.text} />
            {problem.hint !== null && (
              <span className={styles.hint}>
                {' '}
                <WithAddresses text={problem.hint} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

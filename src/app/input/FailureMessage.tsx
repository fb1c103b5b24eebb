import { Glyph } from '../../parts/Glyph.tsx';
import { ProblemList } from '../report/ProblemList.tsx';
import styles from './FailureMessage.module.css';
import type { Failure } from './failure.ts';

interface Props {
  readonly failure: Failure;
  /** An earlier machine is still on the page. */
  readonly earlierStays: boolean;
}

/** What was found, what was expected and what to do, announced at once. */
export function FailureMessage({ failure, earlierStays }: Props) {
  const { title, found, expected, todo, problems } = failure;
  return (
    <section className={styles.failure} role="alert">
      <h2 className={styles.title}>
        <Glyph kind="NOT_SUPPORTED" />
        {title}
      </h2>
      <dl>
        <dt>Found</dt>
        <dd>{found}</dd>
        <dt>Expected</dt>
        <dd>{expected}</dd>
        <dt>What to do</dt>
        <dd>{todo}</dd>
        {problems.length > 0 && (
          <>
            <dt>Remarks</dt>
            <dd>
              <ProblemList problems={problems} />
            </dd>
          </>
        )}
      </dl>
      {earlierStays && <p>The machine below is the one that was read before.</p>}
    </section>
  );
}

import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_KINDS, VERDICT_WORDS } from '../../parts/verdictWords.ts';
import styles from './Legend.module.css';

/** What the verdicts mean: stands where the explanation will be. */
export function Legend({ hint }: { readonly hint?: string }) {
  return (
    <div className={styles.legend}>
      <h2>What the verdicts mean</h2>
      <dl>
        {VERDICT_KINDS.map((kind) => (
          <div key={kind}>
            <dt>
              <Glyph kind={kind} />
              {VERDICT_WORDS[kind].title}
              {kind !== 'unknown' && <code>{kind}</code>}
            </dt>
            <dd>{VERDICT_WORDS[kind].meaning}</dd>
          </div>
        ))}
      </dl>
      {hint !== undefined && <p>{hint}</p>}
    </div>
  );
}

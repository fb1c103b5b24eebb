import type { Reason } from '../../engine/report.ts';
import { LinkedText } from '../LinkedText.tsx';
import styles from './ExplainedPair.module.css';

/** The argument, step by step as the kernel goes; each step with its rule and where that is from. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable
    <section className={styles.column} tabIndex={0} aria-labelledby="why-reasons">
      <h3 id="why-reasons">Why Linux says so</h3>
      <ol className={styles.reasons}>
        {reasons.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one chain, shown as it is
          <li key={index}>
            <LinkedText text={reason.text} />
            <span className={styles.source}>
              <code>{reason.rule}</code> {reason.source}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

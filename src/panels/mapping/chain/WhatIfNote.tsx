import type { WhatIf } from '../../../engine/dma/whatIfOf.ts';
import styles from './Chain.module.css';

/** A design from the mails: whose it was, what it changes, what it costs. */
export function WhatIfNote({ whatIf }: { readonly whatIf: WhatIf }) {
  return (
    <section className={styles.whatIf} aria-labelledby="chain-what-if">
      <h3 id="chain-what-if">What if: {whatIf.title}</h3>
      <p className={styles.under}>{whatIf.idea}</p>
      <h4>It changes</h4>
      <List items={whatIf.changes} />
      <h4>It costs</h4>
      <List items={whatIf.costs} />
      {whatIf.open && (
        <>
          <h4>It leaves open</h4>
          <List items={whatIf.open} />
        </>
      )}
    </section>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.plain}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

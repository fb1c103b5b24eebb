import type { ChosenMapper } from '../../../engine/dma/mapper.ts';
import styles from './Chain.module.css';

/** The tables of operations that the device has, and who had to be taught of peers for it. */
export function Operations({ chosen }: { readonly chosen: ChosenMapper }) {
  const { operations = [], drivers } = chosen;
  if (operations.length === 0) return null;
  return (
    <section aria-labelledby="chain-operations">
      <h3 id="chain-operations">What stands behind it</h3>
      <ol className={styles.plain}>
        {operations.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {drivers !== undefined && (
        <p className={styles.under}>Drivers that have to know of peers: {drivers}</p>
      )}
    </section>
  );
}

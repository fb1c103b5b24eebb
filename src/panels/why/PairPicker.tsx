import type { FunctionId } from '../../model/ids.ts';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { FunctionSelect } from './FunctionSelect.tsx';
import styles from './PairPicker.module.css';

/** No pair yet, or half of one: what is missing, and the ways to choose it. */
export function PairPicker() {
  const hasDocument = usePeerlane((state) => state.document !== null);
  const { provider, client } = usePeerlane((state) => state.pair);
  const { choose, setView } = usePeerlane((state) => state.actions);
  if (!hasDocument) {
    return (
      <div className={styles.waiting}>
        <p>Open a machine and choose two of its functions.</p>
      </div>
    );
  }
  const pick = (end: 'provider' | 'client') => (id: FunctionId | null) => choose({ [end]: id });
  return (
    <section className={styles.picker} aria-labelledby="pick-title">
      <h2 id="pick-title">{missingWords(provider, client)}</h2>
      <div className={styles.ends}>
        <FunctionSelect
          label={<Term id="provider">Provider</Term>}
          name="Provider"
          value={provider}
          onChange={pick('provider')}
        />
        <FunctionSelect
          label={<Term id="client">Client</Term>}
          name="Client"
          value={client}
          onChange={pick('client')}
        />
      </div>
      <ul className={styles.ways}>
        <li>
          On the sheet or in the outline: select a function and press <kbd>P</kbd> to make it the
          provider, another and <kbd>O</kbd> for the client.
        </li>
        <li>
          In the{' '}
          <button
            type="button"
            className={styles.inline}
            onClick={() => setView({ dockTab: 'matrix' })}
          >
            matrix
          </button>
          : click the cell where the provider’s row meets the client’s column.
        </li>
      </ul>
    </section>
  );
}

function missingWords(provider: FunctionId | null, client: FunctionId | null): string {
  if (provider === null && client === null) return 'Choose a provider and a client';
  return provider === null ? 'Choose a provider, too' : 'Choose a client, too';
}

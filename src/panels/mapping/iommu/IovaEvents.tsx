import type { IovaSetup } from '../../../engine/dma/iova/iovaSetup.ts';
import type { IovaEvent } from '../../../engine/dma/iova/simulateIova.ts';
import { addressWords } from '../../../layout/mapping/mappingWords.ts';
import styles from './IommuView.module.css';
import { eventWords, operationWords } from './iovaWords.ts';

interface Props {
  readonly events: readonly IovaEvent[];
  /** Those behind it are not in the picture. */
  readonly shown: number;
  readonly setup: IovaSetup;
  /** Which mappings can be undone. */
  readonly mapped: readonly number[];
  readonly onUnmap: (which: number) => void;
}

/** What was done, what came of it, and from where. */
export function IovaEvents({ events, shown, setup, mapped, onUnmap }: Props) {
  return (
    <table className={styles.table}>
      <caption className="unseen">Operations on the allocator</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.figure}>
            ms
          </th>
          <th scope="col">Operation</th>
          <th scope="col" className={styles.figure}>
            Address
          </th>
          <th scope="col">What came of it</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {events.map((event, i) => {
          const { operation, at, given, which, log, outcome } = event;
          const name = which === null ? '' : `${which + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: operations are only added at the end
            <tr key={i} data-later={i >= shown || undefined}>
              <td className={styles.figure}>{at}</td>
              <th scope="row">
                {operation.kind === 'map' ? `${name}: ` : ''}
                {operationWords(operation)}
              </th>
              <td className={styles.figure}>{given && addressWords(given.base)}</td>
              <td className={styles.text}>
                {eventWords(event, setup)}
                {log !== null && <div className={styles.log}>“{log}”</div>}
              </td>
              <td>
                {outcome === 'mapped' && which !== null && mapped.includes(which) && (
                  <button type="button" className="small" onClick={() => onUnmap(which)}>
                    Unmap<span className="unseen"> {name}</span>
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

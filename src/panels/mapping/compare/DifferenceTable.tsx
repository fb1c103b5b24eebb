import styles from './CompareView.module.css';
import type { ComparedRow } from './compareReports.ts';

interface Props {
  readonly caption: string;
  readonly here: string;
  readonly there: string;
  readonly rows: readonly ComparedRow[];
}

/** What is answered here and there; where both say the same, that steps back. */
export function DifferenceTable({ caption, here, there, rows }: Props) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, isSame, ...row }) => (
          <tr key={what} data-same={isSame || undefined}>
            <th scope="row">
              {!isSame && (
                <span aria-hidden="true" className={styles.sign}>
                  ≠
                </span>
              )}
              {what}
            </th>
            {isSame ? (
              <td colSpan={2}>{row.here}</td>
            ) : (
              <>
                <td>{row.here}</td>
                <td>{row.there}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

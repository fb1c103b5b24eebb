import compare from '../CompareView.module.css';
import styles from './SeveralView.module.css';
import { inside, type SeveralDifferences } from './severalDifferences.ts';

interface Props {
  /** The pictures, in their order. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly differences: SeveralDifferences;
}

/** What differs among the pictures, in words; what is the same in all steps back. */
export function DifferencesTable({ columns, differences: { summary, rows, same } }: Props) {
  return (
    <div className={styles.differences}>
      <table className={compare.table}>
        <caption className={compare.caption}>{summary}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, words }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {columns.map(({ id }, at) => (
                <td key={id}>{words[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {same.length > 0 && (
        <p className={styles.same}>
          The same in all:{' '}
          {same.map(({ what, words }) => `${inside(what)} (${words[0]})`).join(', ')}.
        </p>
      )}
    </div>
  );
}

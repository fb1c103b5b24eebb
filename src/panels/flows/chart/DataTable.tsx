import styles from './Chart.module.css';
import type { ChartTable } from './chartTable.ts';

/** More rows are for a file. */
const MOST_ROWS = 400;

/** The figures of a chart, for those who do not see it and those who want to read them. */
export function DataTable({ table }: { readonly table: ChartTable }) {
  const { caption, columns, rows } = table;
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length - shown.length;
  return (
    <table className={styles.table}>
      <caption>
        {more > 0 ? `${caption}: the first ${MOST_ROWS} of ${rows.length}` : caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

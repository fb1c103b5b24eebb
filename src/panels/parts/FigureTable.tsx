import { bySource } from './bySource.ts';
import styles from './FigureTable.module.css';
import type { FigureGroup, FigureRow } from './figureRow.ts';
import { SourceWords } from './SourceWords.tsx';

interface Props {
  readonly group: FigureGroup;
  /** Of the part, for who hears the table. */
  readonly part: string;
}

/** Figures, aligned, below the source that they come from. */
export function FigureTable({ group, part }: Props) {
  if (group.rows.length === 0) return null;
  return (
    <table className={styles.figures}>
      <caption className={group.title === null ? 'unseen' : styles.title}>
        {group.title ?? `Figures of ${part}`}
      </caption>
      {bySource(group.rows).map(({ source, rows }) => (
        <tbody key={source === null ? '' : `${source.quality} ${source.title} ${source.url}`}>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.source}>
              {source === null ? 'No source was found for:' : <SourceWords source={source} />}
            </th>
          </tr>
          {rows.map((figure) => (
            <tr key={figure.name}>
              <th scope="row">{figure.name}</th>
              <td>
                <Value figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Value({ figure: { values } }: { readonly figure: FigureRow }) {
  if (values.length === 0) return <span className={styles.unknown}>unknown</span>;
  return values.map((value) => (
    <span key={value} className={styles.line}>
      {value}
    </span>
  ));
}

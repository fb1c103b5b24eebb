import { type ReactNode, useState } from 'react';
import type { ChartScene } from '../../../layout/charts/chartScene.ts';
import { peerlane } from '../../../store/peerlane.ts';
import { pageTheme } from '../../mapping/picture/pageTheme.ts';
import { TermText } from '../../terms/TermText.tsx';
import { flowTerms } from '../words/flowTerms.ts';
import styles from './Chart.module.css';
import type { ChartTable } from './chartTable.ts';
import { DataTable } from './DataTable.tsx';
import { type ChartWords, saveChart, saveFigures } from './saveChart.ts';

/** As wide as a chart is on a page. */
const PAGE = { width: 960, height: 460 };

interface Props extends ChartWords {
  /** Its title beside `controls` that name the flow; left out: the whole title. */
  readonly heading?: string;
  /** What is chosen for the chart; stands beside its title. */
  readonly controls?: ReactNode;
  /** What needs a row of its own. */
  readonly more?: ReactNode;
  /** The chart in the room that it gets; for files. */
  readonly draw: (room: { readonly width: number; readonly height: number }) => ChartScene;
  readonly csv: () => string;
  readonly table: ChartTable;
  readonly isStale: boolean;
  readonly children: ReactNode;
}

/** A chart with its title, its conditions, its figures as a table, and what can be taken along of it. */
export function ChartFrame({
  title,
  heading = title,
  words,
  file,
  controls,
  more,
  draw,
  csv,
  table,
  isStale,
  children,
}: Props) {
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.frame} aria-label={title}>
      <div className={styles.bar}>
        <figcaption className={styles.caption}>
          <span className={styles.title}>{heading}</span>{' '}
          <span>
            <TermText parts={flowTerms([words])[0] ?? []} />
          </span>
        </figcaption>
        {controls}
        <span className={styles.buttons}>
          <button
            type="button"
            className="small"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            Table
          </button>
          <button
            type="button"
            className="small"
            aria-disabled={isStale || undefined}
            onClick={() => {
              if (!isStale)
                saveChart(peerlane.getState(), pageTheme(), draw(PAGE), { title, words, file });
            }}
          >
            Save SVG
          </button>
          <button
            type="button"
            className="small"
            aria-disabled={isStale || undefined}
            onClick={() => {
              if (!isStale) saveFigures(peerlane.getState(), csv(), file);
            }}
          >
            Save CSV
          </button>
        </span>
      </div>
      {more}
      <div className={styles.body} data-stale={isStale || undefined}>
        {!isTable && children}
        {/* A table does not become as small as it is told: what holds it does. */}
        <div className={isTable ? styles.tableHolder : 'unseen'}>
          <DataTable table={table} />
        </div>
      </div>
    </figure>
  );
}

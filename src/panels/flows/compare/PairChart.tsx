import { type ReactNode, useMemo, useRef } from 'react';
import { useWidth } from '../../addresses/useWidth.ts';
import styles from '../chart/Chart.module.css';
import { ChartDrawing } from '../chart/ChartDrawing.tsx';
import { ChartFrame } from '../chart/ChartFrame.tsx';
import { compareCsv } from './compareCsv.ts';
import type { ComparedSection } from './comparedRows.ts';
import { differenceWords } from './differenceWords.ts';
import { layOutPairs, limitWords } from './layOutPairs.ts';

interface Props {
  readonly title: string;
  readonly words: string;
  readonly file: string;
  readonly more?: ReactNode;
  readonly sections: readonly ComparedSection[];
  /** What the first and the second answer are called. */
  readonly names: readonly [string, string];
  readonly isStale: boolean;
}

/** Two answers beside each other: small bars in pairs, differences, and what limits each. */
export function PairChart({ title, words, file, more, sections, names, isStale }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const [first, second] = names;
  const scene = useMemo(
    () => (width === 0 ? null : layOutPairs(sections, { width, names: [first, second] })),
    [sections, width, first, second],
  );
  return (
    <ChartFrame
      title={title}
      words={words}
      file={file}
      more={more}
      draw={(page) => layOutPairs(sections, { width: page.width, names })}
      csv={() => compareCsv(sections, names)}
      table={{
        caption: title,
        columns: ['What', first, second, 'Difference', 'Limit'],
        rows: sections.flatMap(({ rows, write }) =>
          rows.map((row) => ({
            key: row.key,
            cells: [
              row.about === '' ? row.title : `${row.title}: ${row.about}`,
              row.first === undefined ? 'not there' : write(row.first),
              row.second === undefined ? 'not there' : write(row.second),
              differenceWords(row.first ?? null, row.second ?? null),
              limitWords(row),
            ],
          })),
        ),
      }}
      isStale={isStale}
    >
      <div ref={holder} className={styles.holder}>
        {scene && (
          <svg
            className={styles.pairs}
            aria-hidden="true"
            width={scene.width}
            height={scene.height}
          >
            <ChartDrawing scene={scene} />
          </svg>
        )}
      </div>
    </ChartFrame>
  );
}

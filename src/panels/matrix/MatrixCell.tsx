import { memo } from 'react';
import { kindOfBits } from '../../parts/verdictWords.ts';
import { cellName } from './cellName.ts';
import styles from './MatrixCell.module.css';

interface Props {
  readonly column: number;
  readonly left: number;
  /** Names of its ends. */
  readonly provider: string;
  readonly client: string;
  readonly possible: number;
  readonly distance: number;
  readonly isSelf: boolean;
  readonly isTabStop: boolean;
  readonly isChosen: boolean;
}

/** One verdict: glyph, wash and stroke tell the outcome, the number the distance. */
export const MatrixCell = memo(function MatrixCell(props: Props) {
  const { column, left, possible, distance, isSelf, isTabStop, isChosen } = props;
  return (
    // Thousands are made while scrolling: what only one of them needs, only that one has.
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the cells out of sight
    <div
      role="gridcell"
      className={styles.cell}
      data-kind={kindOfBits(possible)}
      data-self={isSelf || undefined}
      aria-colindex={column + 2}
      aria-label={cellName(props.provider, props.client, possible, distance)}
      aria-selected={isChosen || undefined}
      tabIndex={isTabStop ? 0 : undefined}
      style={{ left }}
    >
      {distance < 0 ? '' : distance}
    </div>
  );
});

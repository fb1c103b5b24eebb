import { memo, type ReactNode } from 'react';
import { Bdf } from '../../parts/Bdf.tsx';
import type { OpenDocument } from '../../store/state.ts';
import styles from './AddressTable.module.css';
import type { AddressRow } from './addressRows.ts';
import { addressText, bytesText, kindText, sizeText } from './addressWords.ts';
import { ownerNumber, ownerTitle } from './ownerText.ts';

interface Props {
  readonly document: OpenDocument;
  readonly row: AddressRow;
  readonly index: number;
  readonly top: number;
  readonly hasOffsets: boolean;
  readonly isStop: boolean;
  readonly isLit: boolean;
  readonly isSelected: boolean;
}

/** One range: from where to where, how much, what, whose. */
export const AddressLine = memo(function AddressLine(props: Props) {
  const { document, row, index, top, hasOffsets, isStop, isLit, isSelected } = props;
  const { region, part, level, free, busOffset } = row;
  const number = ownerNumber(document, part);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows out of sight
    <div
      role="row"
      className={styles.row}
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-level={level + 1}
      aria-selected={isSelected}
      data-key={row.key}
      data-lit={isLit || undefined}
      data-owner={region.owner.kind}
      style={{ top }}
    >
      <Cell className={styles.range}>
        {addressText(region.first)} <span className={styles.to}>– {addressText(region.last)}</span>
      </Cell>
      {hasOffsets && (
        <Cell className={styles.range} isWide>
          {busOffset === 0n ? '' : addressText(region.first + busOffset)}
        </Cell>
      )}
      <Cell className={styles.size}>{sizeText(region)}</Cell>
      <Cell className={styles.size} isWide isFree>
        {free === null || free === 0n ? '' : bytesText(free)}
      </Cell>
      <Cell className={styles.kind}>{kindText(region)}</Cell>
      <Cell className={styles.owner}>
        {number !== null && <Bdf id={number} />} {ownerTitle(document, part)}
      </Cell>
    </div>
  );
});

function Cell({
  className,
  isWide = false,
  isFree = false,
  children,
}: {
  readonly className: string | undefined;
  /** Left out where room is short; the column of free space before the others. */
  readonly isWide?: boolean;
  readonly isFree?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row is the stop
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div
      role="gridcell"
      className={className}
      data-wide={isWide || undefined}
      data-free={isFree || undefined}
    >
      {children}
    </div>
  );
}

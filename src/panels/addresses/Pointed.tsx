import styles from './AddressesPanel.module.css';
import type { AddressRow } from './addressRows.ts';
import { addressText, bytesText, kindText, sizeText } from './addressWords.ts';

interface Props {
  readonly row: AddressRow | null;
  readonly owner: string | null;
}

/** What is pointed at or has the focus: whose, from where to where, how much. */
export function Pointed({ row, owner }: Props) {
  if (!row) {
    return (
      <p className={styles.pointed} data-empty>
        Point at a range to see whose it is; choose it to go to its owner on the sheet.
      </p>
    );
  }
  const { region, free, busOffset } = row;
  return (
    <p className={styles.pointed}>
      <strong>{owner}</strong> {kindText(region)}{' '}
      <code>
        {addressText(region.first)} – {addressText(region.last)}
      </code>{' '}
      {sizeText(region) === 'not shown' ? 'of a size that is not shown' : sizeText(region)}
      {free !== null && `, ${free === 0n ? 'nothing' : bytesText(free)} free`}
      {busOffset !== 0n && (
        <>
          {' '}
          on the bus <code>{addressText(region.first + busOffset)}</code>
        </>
      )}
    </p>
  );
}

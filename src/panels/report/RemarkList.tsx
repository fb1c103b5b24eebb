import { LinkedText } from '../LinkedText.tsx';
import styles from './RemarkList.module.css';
import type { Remark } from './sortRemarks.ts';

/** Remarks with the lines they are about, in figures one below the other. */
export function RemarkList({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one report, shown as it is
        <Row key={index} remark={remark} />
      ))}
    </ul>
  );
}

function Row({ remark }: { readonly remark: Remark }) {
  const { line, where, text, hint, severity } = remark;
  // Most sentences name the function themselves.
  const place = where !== null && !text.includes(where) ? where : null;
  return (
    <li className={styles.remark} data-severity={severity}>
      <span className={styles.line}>
        {line !== null && (
          <>
            <span className="unseen">line </span>
            {line}
          </>
        )}
      </span>
      <span className={styles.text}>
        {place !== null && (
          <>
            <LinkedText text={place} />:{' '}
          </>
        )}
        <LinkedText text={text} />
        {hint !== null && (
          <span className={styles.hint}>
            {' '}
            <LinkedText text={hint} />
          </span>
        )}
      </span>
    </li>
  );
}

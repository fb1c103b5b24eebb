import { Fragment } from 'react';
import { LinkedText } from '../LinkedText.tsx';
import styles from './RemarkList.module.css';
import type { Remark } from './sortRemarks.ts';

/** Remarks, each with the line it is about. */
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

const MOST_NAMED = 12;

function Row({ remark }: { readonly remark: Remark }) {
  const { line, where, text, hint } = remark;
  // Most sentences name the function themselves.
  const named = where.filter((name) => !text.includes(name));
  return (
    <li className={styles.remark}>
      {line !== null && <span className={styles.line}>line {line} </span>}
      <LinkedText text={text} />
      {hint !== null && (
        <span className={styles.hint}>
          {' '}
          <LinkedText text={hint} />
        </span>
      )}
      {named.length > 0 && (
        <span className={styles.where}>
          {named.slice(0, MOST_NAMED).map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ' '}
              <LinkedText text={name} />
            </Fragment>
          ))}
          {named.length > MOST_NAMED && ` and ${named.length - MOST_NAMED} more`}
        </span>
      )}
    </li>
  );
}

import { Fragment } from 'react';
import type { Hex64 } from '../../base/hex.ts';
import { groupsOfFour, word } from '../words/registerWords.ts';
import styles from './Figures.module.css';

/** An address in groups of four digits; what is copied has no gaps. */
export function Address({ value }: { readonly value: Hex64 }) {
  const groups = groupsOfFour(value);
  return (
    <code className={styles.figures}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the digits of one address never move
        <Fragment key={index}>
          {index > 0 && <wbr />}
          <span className={styles.group}>{group}</span>
        </Fragment>
      ))}
    </code>
  );
}

/** A 16-bit register. */
export function Word({ value }: { readonly value: number }) {
  return <code className={styles.figures}>{word(value)}</code>;
}

export function Figures({ children }: { readonly children: string }) {
  return <code className={styles.figures}>{children}</code>;
}

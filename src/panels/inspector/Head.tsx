import type { ReactNode } from 'react';
import styles from './Head.module.css';

/** What stands on top of each view: what it is, its name, what can be done with it. */
export function Head({ children }: { readonly children: ReactNode }) {
  return <header className={styles.head}>{children}</header>;
}

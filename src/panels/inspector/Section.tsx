import { createContext, type ReactNode, useContext } from 'react';
import styles from './Section.module.css';

/** Which sections are folded; kept while one part after another is looked at. */
export interface Folded {
  readonly titles: ReadonlySet<string>;
  readonly fold: (title: string, isFolded: boolean) => void;
}

export const FoldedContext = createContext<Folded>({ titles: new Set(), fold: () => {} });

interface Props {
  /** Its heading can be led to by this. */
  readonly id?: string;
  readonly title: string;
  /** Beside the title, seen while folded too. */
  readonly summary?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the inspector that can be folded away. */
export function Section({ id, title, summary, children }: Props) {
  const { titles, fold } = useContext(FoldedContext);
  return (
    <details
      className={styles.section}
      open={!titles.has(title)}
      onToggle={(event) => fold(title, !event.currentTarget.open)}
    >
      <summary id={id} className={styles.summary}>
        <h3>{title}</h3>
        {summary !== undefined && <span className={styles.aside}>{summary}</span>}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

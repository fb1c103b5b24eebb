import { useId } from 'react';
import type { CataloguePart } from '../../catalogue/part.ts';
import { PartDetails } from './PartDetails.tsx';
import styles from './PartItem.module.css';
import { partCaption } from './partCaption.ts';

interface Props {
  readonly part: CataloguePart;
  readonly count: number;
  readonly isOpen: boolean;
  /** Id of what says how keys and hands take a part. */
  readonly hint: string;
  readonly onToggle: (isOpen: boolean) => void;
}

/** A part in the list; opened, with all that is known of it. */
export function PartItem({ part, count, isOpen, hint, onToggle }: Props) {
  const details = useId();
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? details : undefined}
        aria-describedby={hint}
        data-part={part.id}
        onClick={() => onToggle(!isOpen)}
      >
        <span className={styles.title}>{part.title}</span>
        <span className={styles.caption}>{partCaption(part)}</span>
      </button>
      {isOpen && (
        <div id={details} className={styles.details}>
          <PartDetails part={part} count={count} />
        </div>
      )}
    </li>
  );
}

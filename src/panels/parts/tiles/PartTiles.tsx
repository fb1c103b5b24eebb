import type { CataloguePart } from '../../../catalogue/part.ts';
import styles from './PartTiles.module.css';
import { tileName } from './partTiles.ts';
import { TileDrawing } from './TileDrawing.tsx';

interface Props {
  readonly title: string;
  readonly parts: readonly CataloguePart[];
  /** Id of the part of which the details are shown. */
  readonly open: string | null;
  /** Of the element with the details. */
  readonly details: string;
  readonly onOpen: (id: string | null) => void;
  /** Id of what says how keys and hands take a part. */
  readonly hint: string;
}

/** Parts as drawings, to be carried onto the sheet; pressed, one shows what is known of it. */
export function PartTiles({ title, parts, open, details, onOpen, hint }: Props) {
  return (
    <section aria-label={title} className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.tiles} data-tiles>
        {parts.map((part) => {
          const isOpen = part.id === open;
          return (
            <li key={part.id}>
              <button
                type="button"
                className={styles.tile}
                title={part.title}
                data-part={part.id}
                aria-expanded={isOpen}
                aria-controls={isOpen ? details : undefined}
                aria-describedby={hint}
                onClick={() => onOpen(isOpen ? null : part.id)}
              >
                <TileDrawing part={part} />
                <span className={styles.name}>{tileName(part)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

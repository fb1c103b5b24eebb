import type { CataloguePart } from '../../../catalogue/part.ts';
import { Icon } from '../../../parts/Icon.tsx';
import styles from './PartTiles.module.css';
import { tileName } from './partTiles.ts';
import { TileDrawing } from './TileDrawing.tsx';
import { useIsCoarse } from './useIsCoarse.ts';

interface Props {
  readonly title: string;
  readonly parts: readonly CataloguePart[];
  /** Id of the part of which the details are shown. */
  readonly open: string | null;
  /** Of the element with the details. */
  readonly details: string;
  readonly onOpen: (id: string | null) => void;
  /** A tap takes the part up. */
  readonly onTake: (id: string) => void;
  /** Id of what says how keys and hands take a part. */
  readonly hint: string;
}

/**
 * Parts as drawings, to be carried onto the sheet. A click shows what is known of a part; a finger, which
 * cannot drag past the drawer, takes it up by a tap and has a button of its own for that.
 */
export function PartTiles({ title, parts, open, details, onOpen, onTake, hint }: Props) {
  const isCoarse = useIsCoarse();
  return (
    <section aria-label={title} className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.tiles} data-tiles>
        {parts.map((part) => {
          const isOpen = part.id === open;
          const toggle = () => onOpen(isOpen ? null : part.id);
          return (
            <li key={part.id} className={styles.item}>
              <button
                type="button"
                className={styles.tile}
                title={part.title}
                data-part={part.id}
                aria-expanded={isCoarse ? undefined : isOpen}
                aria-controls={isOpen && !isCoarse ? details : undefined}
                data-open={isOpen || undefined}
                aria-describedby={hint}
                onClick={() => (isCoarse ? onTake(part.id) : toggle())}
              >
                <TileDrawing part={part} />
                <span className={styles.name}>{tileName(part)}</span>
              </button>
              {isCoarse && (
                <button
                  type="button"
                  className={styles.about}
                  aria-label={`About ${part.title}`}
                  aria-expanded={isOpen}
                  aria-controls={isOpen ? details : undefined}
                  onClick={toggle}
                >
                  <Icon name="info" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

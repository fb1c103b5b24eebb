import { useId } from 'react';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { PartDetails } from './PartDetails.tsx';
import styles from './PartItem.module.css';
import { PartTiles } from './tiles/PartTiles.tsx';
import { PART_TILES } from './tiles/partTiles.ts';
import { useRecentParts } from './tiles/useRecentParts.ts';

interface Props {
  readonly open: string | null;
  readonly count: number;
  readonly hint: string;
  readonly onOpen: (id: string | null) => void;
}

const GENERIC = PART_TILES.map(({ part }) => part);

/** What a machine is built of, as drawings to carry onto the sheet; and what was used last. */
export function Palette({ open, count, hint, onOpen }: Props) {
  const details = useId();
  // What has a tile already needs no second one.
  const recent = useRecentParts().flatMap((id) => {
    const part = CATALOGUE.find((each) => each.id === id);
    return part && !GENERIC.includes(part) ? [part] : [];
  });
  const shown = CATALOGUE.find(({ id }) => id === open);
  const shared = { open, details, hint, onOpen };
  return (
    <>
      <PartTiles title="Drag onto the drawing" parts={GENERIC} {...shared} />
      {recent.length > 0 && <PartTiles title="Recently used" parts={recent} {...shared} />}
      {shown && (
        <section
          id={details}
          aria-label={shown.title}
          className={`${styles.details} ${styles.ofTile}`}
        >
          <h2 className={styles.title}>{shown.title}</h2>
          <PartDetails part={shown} count={count} />
        </section>
      )}
    </>
  );
}

import { useId } from 'react';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { PartDetails } from './PartDetails.tsx';
import styles from './PartItem.module.css';
import { PartTiles } from './tiles/PartTiles.tsx';
import { PART_TILES } from './tiles/partTiles.ts';
import { useIsCoarse } from './tiles/useIsCoarse.ts';
import { useRecentParts } from './tiles/useRecentParts.ts';

interface Props {
  readonly open: string | null;
  readonly count: number;
  readonly hint: string;
  readonly onOpen: (id: string | null) => void;
  readonly onTake: (id: string) => void;
}

const BY_MOUSE = 'Drag onto the drawing';
const BY_FINGER = 'Hold and drag, or tap and then tap a place';
const GENERIC = PART_TILES.map(({ part }) => part);

/** What a machine is built of, as drawings to carry onto the sheet; and what was used last. */
export function Palette({ open, count, hint, onOpen, onTake }: Props) {
  const isCoarse = useIsCoarse();
  const details = useId();
  // What has a tile already needs no second one.
  const recent = useRecentParts().flatMap((id) => {
    const part = CATALOGUE.find((each) => each.id === id);
    return part && !GENERIC.includes(part) ? [part] : [];
  });
  const shown = CATALOGUE.find(({ id }) => id === open);
  const shared = { open, details, hint, onOpen, onTake };
  return (
    <>
      <PartTiles title={isCoarse ? BY_FINGER : BY_MOUSE} parts={GENERIC} {...shared} />
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

import { type ReactNode, useRef } from 'react';
import inks from '../../canvas/draw/inks.module.css';
import { PaletteProbe } from '../../canvas/overview/PaletteProbe.tsx';
import { usePalette } from '../../canvas/overview/usePalette.ts';
import type { StartingPoint } from '../../store/startingPoint.ts';
import type { StartingPointId } from '../../store/startingPoints.ts';
import styles from './Gallery.module.css';
import { PointCard } from './PointCard.tsx';
import { useCardKeys } from './useCardKeys.ts';

interface Props {
  readonly label: string;
  readonly points: readonly (StartingPoint & { readonly id: StartingPointId })[];
  /** A card of another kind, at the end. */
  readonly last?: ReactNode;
}

/** Machines to begin with, as cards; arrow keys go from one to the next. */
export function Cards({ label, points, last }: Props) {
  const probe = useRef<SVGSVGElement>(null);
  const palette = usePalette(probe);
  const onKeyDown = useCardKeys();
  return (
    <div className={inks.inks}>
      <PaletteProbe probe={probe} />
      <ul className={styles.cards} aria-label={label} onKeyDown={onKeyDown}>
        {points.map((point) => (
          <PointCard key={point.id} point={point} palette={palette} />
        ))}
        {last}
      </ul>
    </div>
  );
}

import type { Palette } from '../../canvas/overview/palette.ts';
import { ScenePicture } from '../../canvas/picture/ScenePicture.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { StartingPoint } from '../../store/startingPoint.ts';
import type { StartingPointId } from '../../store/startingPoints.ts';
import { room } from '../room/room.ts';
import styles from './Gallery.module.css';
import { usePicture } from './usePicture.ts';

interface Props {
  readonly point: StartingPoint & { readonly id: StartingPointId };
  readonly palette: Palette | null;
}

/** A machine to begin with: what it looks like, what it is, how large. */
export function PointCard({ point, palette }: Props) {
  const { openExample, setView } = usePeerlane((state) => state.actions);
  const picture = usePicture(point.id);
  const open = () => {
    room.set({ dialog: null, isStartShown: false });
    void openExample(point.id).then(() => {
      // What a template shows, its text says.
      const isTemplate = point.file.endsWith('.sketch');
      if (isTemplate && !room.get().isNarrow) setView({ leftTab: 'text', isOutlineOpen: true });
    });
  };
  return (
    <li>
      <button type="button" className={styles.card} data-point={point.id} onClick={open}>
        <span
          className={styles.picture}
          data-drawn={picture !== null || undefined}
          aria-hidden="true"
        >
          {picture && palette && <ScenePicture scene={picture.scene} palette={palette} />}
        </span>
        <strong>{point.title}</strong>
        <span className={styles.sentence}>{point.sentence}</span>
        <span className={styles.counts}>{picture?.counts}</span>
      </button>
    </li>
  );
}

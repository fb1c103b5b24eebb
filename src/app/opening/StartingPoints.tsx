import { usePeerlane } from '../../store/peerlane.ts';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import { room } from '../room/room.ts';
import styles from './StartingPoints.module.css';
import { StartSketch } from './StartSketch.tsx';

/** Machines to begin with. */
export function StartingPoints() {
  const openExample = usePeerlane((state) => state.actions.openExample);
  return (
    <ul className={styles.points} aria-label="Machines to begin with">
      {STARTING_POINTS.map((point) => (
        <li key={point.id}>
          <button
            type="button"
            className={styles.point}
            onClick={() => {
              room.set({ dialog: null, isStartShown: false });
              void openExample(point.id);
            }}
          >
            <StartSketch id={point.id} />
            <strong>{point.title}</strong>
            <span>{point.sentence}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

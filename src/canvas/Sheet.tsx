import inks from './draw/inks.module.css';
import styles from './Sheet.module.css';
import { SheetSurface } from './SheetSurface.tsx';
import { useDrawn } from './state/useDrawn.ts';

/** The machine of the store as a picture: to look at, to point at, to walk through by keys. */
export function Sheet() {
  const shown = useDrawn();
  return (
    <section className={`${inks.inks} ${styles.sheet}`} aria-label="Drawing">
      {shown && <SheetSurface {...shown} />}
    </section>
  );
}

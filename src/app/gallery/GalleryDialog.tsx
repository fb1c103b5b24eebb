import { useEffect, useRef } from 'react';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import { Cards } from './Cards.tsx';
import { DrawCard } from './DrawCard.tsx';
import styles from './Gallery.module.css';
import { Gallery } from './Gallery.tsx';

/** Every machine to begin with. */
export function GalleryDialog() {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => inside.current?.querySelector<HTMLElement>('[data-point]')?.focus(), []);
  return (
    <Dialog title="New from a template" isWide onClose={() => room.set({ dialog: null })}>
      <div ref={inside} className={styles.dialog}>
        <Gallery />
        <section className={styles.group}>
          <h3>Examples</h3>
          <Cards label="Examples" points={STARTING_POINTS} last={<DrawCard />} />
        </section>
      </div>
    </Dialog>
  );
}

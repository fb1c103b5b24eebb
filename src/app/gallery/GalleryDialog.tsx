import { useEffect, useRef } from 'react';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import { FIRST } from '../commands/firstCommands.ts';
import { runCommand } from '../commands/useCommands.ts';
import { Dialog } from '../dialogs/Dialog.tsx';
import { room } from '../room/room.ts';
import { Cards } from './Cards.tsx';
import { DrawCard } from './DrawCard.tsx';
import styles from './Gallery.module.css';
import { Gallery } from './Gallery.tsx';

/** Without a template. */
const WAYS = [
  ['document.new', 'Draw a machine'],
  ['document.new-text', 'New machine as text'],
] as const;

/** Every way to begin: an empty sheet, a text, and every machine that there is. */
export function GalleryDialog() {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => inside.current?.querySelector<HTMLElement>('[data-point]')?.focus(), []);
  return (
    <Dialog title="New from a template" isWide onClose={() => room.set({ dialog: null })}>
      <div ref={inside} className={styles.dialog}>
        <p className={styles.begin}>
          {WAYS.map(([id, title]) => (
            <button key={id} type="button" onClick={() => runCommand(FIRST.byId(id))}>
              {title}
            </button>
          ))}
        </p>
        <Gallery />
        <section className={styles.group}>
          <h3>Examples</h3>
          <Cards label="Examples" points={STARTING_POINTS} last={<DrawCard />} />
        </section>
      </div>
    </Dialog>
  );
}

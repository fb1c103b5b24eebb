import { type MouseEvent, Suspense } from 'react';
import { Sheet } from '../../canvas/Sheet.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { comesWithPage } from '../../store/startingPoints.ts';
import { ProgressLine } from '../health/ProgressLine.tsx';
import { ExampleHint } from '../opening/ExampleHint.tsx';
import { room, useRoom } from '../room/room.ts';
import { EmptySheet } from './EmptySheet.tsx';
import { ContextMenu, ImportCard, PlayBar } from './laterParts.ts';
import { Region } from './Region.tsx';
import styles from './SheetRegion.module.css';

/** The drawing, and what may lie over it. */
export function SheetRegion() {
  const serial = usePeerlane((state) => state.document?.serial ?? null);
  const isExample = usePeerlane((state) => comesWithPage(state.document?.origin.source));
  const isHintDismissed = usePeerlane((state) => state.view.isHintDismissed);
  const cardFor = useRoom((state) => state.cardFor);
  const menu = useRoom((state) => state.menu);
  const onContextMenu = (event: MouseEvent) => {
    if (event.defaultPrevented) return; // the sheet was dragged with this button
    event.preventDefault();
    room.set({ menu: { x: event.clientX, y: event.clientY } });
  };
  return (
    <main id="sheet" className={styles.region} tabIndex={-1}>
      {serial !== null && cardFor === serial && (
        <Suspense>
          <ImportCard />
        </Suspense>
      )}
      {isExample && !isHintDismissed && <ExampleHint />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the drawing within is what has the role and the keys; words above it keep the browser's own menu, to be copied */}
      <div className={styles.drawing} onContextMenu={onContextMenu}>
        <Region name="the drawing">
          <Sheet />
        </Region>
        <EmptySheet />
        <Suspense>
          <PlayBar />
        </Suspense>
        <ProgressLine />
      </div>
      {menu !== null && (
        <Suspense>
          <ContextMenu key={`${menu.x} ${menu.y}`} />
        </Suspense>
      )}
    </main>
  );
}

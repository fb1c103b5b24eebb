import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { ImportSummary } from '../../panels/report/ImportSummary.tsx';
import { focusSheet } from '../../parts/focusSheet.ts';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { hasGoneOn } from '../room/goneOn.ts';
import { showPanel } from '../room/panels.ts';
import { room } from '../room/room.ts';
import styles from './ImportCard.module.css';

/** After a machine came in: what was made of it, above the drawing until it is sent away. */
export function ImportCard() {
  const name = usePeerlane((state) => state.document?.machine.name ?? '');
  const title = useRef<HTMLHeadingElement>(null);
  const close = () => room.set({ cardFor: null });
  // The dialog or the page had the focus when the machine came: reading goes on here, unless it already
  // does elsewhere.
  useEffect(() => {
    if (!hasGoneOn()) title.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
    focusSheet();
  };
  const onClick = ({ target }: MouseEvent) => {
    const isWayOn = target instanceof Element && target.closest('button') !== null;
    if (!isWayOn) return;
    // The report opens in the dock, which may have to be brought out first.
    if (room.get().isNarrow) showPanel('dock', true, room, peerlane.getState());
    close();
  };
  return (
    <section className={styles.card} aria-labelledby="card-title" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within is what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: and its own keys press it */}
      <div className={styles.words} onClick={onClick}>
        <h2 id="card-title" ref={title} tabIndex={-1}>
          {name}
        </h2>
        <ImportSummary />
      </div>
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss this summary"
        onClick={() => {
          close();
          focusSheet();
        }}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

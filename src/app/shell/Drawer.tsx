import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import { type PanelName, room } from '../room/room.ts';
import styles from './Drawer.module.css';
import { LEFT_WORDS } from './leftWords.ts';

interface Props {
  readonly name: PanelName;
  readonly children: ReactNode;
}

const WORDS: Readonly<Record<Exclude<PanelName, 'outline'>, string>> = {
  inspector: 'Inspector',
  dock: 'Dock',
};

/**
 * A panel over the sheet, for windows without room beside it. Escape and the sheet close it; while
 * something is carried out of it by hand, it steps aside.
 */
export function Drawer({ name, children }: Props) {
  const leftTab = usePeerlane((state) => state.view.leftTab);
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // What is carried by keys is set down on the sheet, which a modal panel would shut out.
  const carriedBy = usePeerlane((state) => state.carry?.by ?? null);
  useEffect(() => {
    if (carriedBy === 'keys') room.set({ drawer: null });
  }, [carriedBy]);
  const close = () => {
    if (room.get().drawer === name) room.set({ drawer: null });
  };
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === ref.current) close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, and the browser sees to it
    <dialog
      ref={ref}
      className={styles.drawer}
      data-panel={name}
      data-tab={leftTab}
      data-aside={carriedBy === 'pointer' || undefined}
      aria-label={name === 'outline' ? LEFT_WORDS[leftTab].title : WORDS[name]}
      onClick={onBackdrop}
      onClose={() => ref.current?.open === false && close()}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}

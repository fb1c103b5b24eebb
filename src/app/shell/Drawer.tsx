import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { type PanelName, room } from '../room/room.ts';
import styles from './Drawer.module.css';

interface Props {
  readonly name: PanelName;
  readonly children: ReactNode;
}

const WORDS: Readonly<Record<PanelName, string>> = {
  outline: 'Outline',
  inspector: 'Inspector',
  dock: 'Dock',
};

/** A panel over the sheet, for windows without room beside it. Escape and the sheet close it. */
export function Drawer({ name, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
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
      aria-label={WORDS[name]}
      onClick={onBackdrop}
      onClose={() => ref.current?.open === false && close()}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}

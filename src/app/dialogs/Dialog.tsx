import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { Icon } from '../../parts/Icon.tsx';
import styles from './Dialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The title is spoken and not shown: what is in the dialog speaks for itself. */
  readonly isBare?: boolean;
  /** It takes what room there is. */
  readonly isWide?: boolean;
}

/**
 * The browser's own modal dialog: it keeps the focus within, closes on Escape, and gives the focus
 * back to where it was.
 */
export function Dialog({ title, onClose, children, isBare = false, isWide = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };
  // Of its own closing the browser tells late: the next key would still be the dialog's.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      data-bare={isBare || undefined}
      data-wide={isWide || undefined}
      aria-labelledby={titleId}
      onClick={onBackdrop}
      onKeyDown={onKeyDown}
      // The event is told late: by then it may have been opened anew, or be gone.
      onClose={() => ref.current?.open === false && onClose()}
    >
      <div className={styles.inside}>
        <header className={isBare ? 'unseen' : styles.head}>
          <h2 id={titleId}>{title}</h2>
          {!isBare && (
            <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { TermId } from './glossary.ts';
import styles from './Term.module.css';
import { tipPlace } from './tipPlace.ts';
import { useGlossary } from './useGlossary.ts';

interface Props {
  readonly id: TermId;
  readonly children: string;
  /** Which edge of the term the text lines up with. */
  readonly align?: 'start' | 'end';
}

/** Time to move from the term onto its text, which shall stay then (WCAG 1.4.13). */
const LINGER_MS = 120;

/**
 * A term of art: pointing at it, or moving to it, shows what it means. Escape hides that again. The
 * text lies above everything else, so that no panel cuts it off.
 */
export function Term({ id, children, align = 'start' }: Props) {
  const tipId = useId();
  const term = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const meaning = useGlossary()?.[id];

  const isOpen = () => tip.current?.matches(':popover-open') ?? false;
  const show = () => {
    clearTimeout(leaving.current);
    if (!term.current || !tip.current || !meaning || isOpen()) return;
    tip.current.showPopover();
    const room = { width: document.documentElement.clientWidth, height: innerHeight };
    const place = tipPlace(
      term.current.getBoundingClientRect(),
      tip.current.getBoundingClientRect(),
      room,
      align,
    );
    tip.current.style.left = `${place.left}px`;
    tip.current.style.top = `${place.top}px`;
  };
  const hide = () => {
    clearTimeout(leaving.current);
    if (isOpen()) tip.current?.hidePopover();
  };
  const leave = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(hide, LINGER_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    // This Escape is spent.
    event.stopPropagation();
    hide();
  };
  // It stands where the term was: what scrolls leaves it behind.
  useEffect(() => {
    const onScroll = () => {
      if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
    };
    addEventListener('scroll', onScroll, true);
    return () => {
      removeEventListener('scroll', onScroll, true);
      clearTimeout(leaving.current);
    };
  }, []);

  return (
    <span className={styles.place} onPointerEnter={show} onPointerLeave={leave}>
      <button
        ref={term}
        type="button"
        className={styles.term}
        aria-describedby={tipId}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show();
        }}
        onBlur={hide}
        onClick={show}
      >
        {children}
      </button>
      <span ref={tip} id={tipId} role="tooltip" className={styles.tip} popover="manual">
        {meaning?.text} <span className={styles.source}>{meaning?.source}</span>
      </span>
    </span>
  );
}

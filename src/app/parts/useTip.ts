import { type FocusEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { tipPlace } from '../../parts/tipPlace.ts';

/** Long enough not to follow a pointer that is only passing. */
const WAIT_MS = 500;

export interface TipAnchor {
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * A word beside what the pointer rests on or the keyboard has reached. The tip is an element with
 * `popover="manual"`; it repeats the name of a button, so that nobody misses it who cannot see it.
 */
export function useTip(): {
  readonly anchor: TipAnchor;
  readonly tip: RefObject<HTMLSpanElement | null>;
} {
  const tip = useRef<HTMLSpanElement>(null);
  const coming = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hide = () => {
    clearTimeout(coming.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  const showBeside = (element: HTMLElement) => {
    if (!tip.current || !element.isConnected || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    const room = { width: document.documentElement.clientWidth, height: innerHeight };
    const size = tip.current.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const align = box.left > room.width / 2 ? 'end' : 'start';
    const { left, top } = tipPlace(box, size, room, align);
    tip.current.style.left = `${left}px`;
    tip.current.style.top = `${top}px`;
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && tip.current?.matches(':popover-open'))
        tip.current.hidePopover();
    };
    addEventListener('keydown', onKey, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      clearTimeout(coming.current);
    };
  }, []);

  return {
    tip,
    anchor: {
      onPointerEnter: ({ currentTarget, pointerType }) => {
        if (pointerType === 'touch') return;
        clearTimeout(coming.current);
        coming.current = setTimeout(() => showBeside(currentTarget), WAIT_MS);
      },
      onPointerLeave: hide,
      onPointerDown: hide,
      onFocus: ({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) showBeside(currentTarget);
      },
      onBlur: hide,
    },
  };
}

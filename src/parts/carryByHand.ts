import type { Carried } from '../build/carried.ts';
import { peerlane } from '../store/peerlane.ts';
import { hand } from './hand.ts';
import { type HandHold, handMoved } from './handHold.ts';

interface Hold extends HandHold {
  readonly what: Carried;
  readonly pointerId: number;
}

/** A finger that rests on a thing for so long takes it; before that, it scrolls. */
const PRESS_MS = 200;

/**
 * Lets things be taken out of a panel by mouse, pen or finger. What is taken is carried from then
 * on: the hand's place is published with every move, and letting go drops it where whoever lies
 * below the hand has aimed it at. The things are to have `touch-action: pan-y`.
 *
 * @param panel holds the things, which may come and go
 * @param what is taken where the hand goes down; `null`: nothing there
 * @returns ends it; what is being carried stays in the hand
 */
export function carryByHand(
  panel: HTMLElement,
  what: (element: Element) => Carried | null,
): () => void {
  let hold: Hold | null = null;
  /** It is carried: the hand moved far enough, or rested long enough. */
  let isTaken = false;
  /** The hand has moved since. */
  let isMoved = false;
  let rest = 0;
  let gesture = new AbortController();
  const whole = new AbortController();

  const end = () => {
    clearTimeout(rest);
    gesture.abort();
    hold = null;
    if (!isTaken) return;
    isTaken = false;
    delete document.documentElement.dataset.carrying;
    hand.moveTo(null);
  };
  const putBack = () => {
    const wasTaken = isTaken;
    end();
    if (wasTaken) peerlane.getState().actions.putBack();
  };
  const take = (held: Hold, isMoving: boolean) => {
    clearTimeout(rest);
    isTaken = true;
    isMoved = isMoving;
    getSelection()?.removeAllRanges();
    document.documentElement.dataset.carrying = '';
    hand.moveTo(held);
    peerlane.getState().actions.carry(held.what, 'pointer');
    const stop = peerlane.subscribe(({ carry }) => {
      // Put back by somebody else, dropped, or gone with its document.
      if (carry?.what !== held.what) end();
    });
    gesture.signal.addEventListener('abort', stop);
  };
  /** Drops it where it is aimed at; a place that refuses says so, and it is put back. */
  const letGo = (isAgain: boolean) => {
    const { carry, actions } = peerlane.getState();
    const aim = carry?.aim ?? null;
    const target = aim === null ? null : carry?.targets?.at(aim);
    if (carry === null || aim === null || target?.kind === 'home') {
      putBack();
      return;
    }
    const goesOn = isAgain && target?.kind === 'legal';
    const dropped = actions.drop(goesOn);
    if (goesOn) return;
    end();
    void dropped.finally(() => {
      if (peerlane.getState().carry?.what === carry.what) actions.putBack();
    });
  };

  const onDown = (event: PointerEvent) => {
    // Carried on after a drop, nothing else is taken: letting go drops the next one.
    if (!event.isPrimary || event.button !== 0 || isTaken) return;
    const thing = event.target instanceof Element ? what(event.target) : null;
    if (thing === null) return;
    const { clientX: x, clientY: y, pointerId } = event;
    const held = { what: thing, x, y, pointerId, isTouch: event.pointerType !== 'mouse' };
    end();
    hold = held;
    gesture = new AbortController();
    const options = { capture: true, signal: gesture.signal } as const;
    window.addEventListener('pointermove', onMove, options);
    window.addEventListener('pointerup', onUp, options);
    window.addEventListener('pointercancel', putBack, options);
    window.addEventListener('blur', putBack, { signal: gesture.signal });
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('selectstart', prevent, options);
    if (!held.isTouch) return;
    // Some devices open a menu at what a finger rests on; here it takes something up.
    window.addEventListener('contextmenu', prevent, options);
    rest = window.setTimeout(() => take(held, false), PRESS_MS);
  };
  const onMove = (event: PointerEvent) => {
    if (hold === null || event.pointerId !== hold.pointerId) return;
    const point = { x: event.clientX, y: event.clientY };
    const move = handMoved(hold, point);
    if (isTaken) {
      isMoved ||= move !== 'resting';
      hand.moveTo(point);
    } else if (move === 'taken') take({ ...hold, ...point }, true);
    else if (move === 'let-go') end();
  };
  const onUp = (event: PointerEvent) => {
    if (hold === null || event.pointerId !== hold.pointerId) return;
    if (!isTaken) {
      end();
      return;
    }
    // The click that follows a drag means nothing; after a mere long press it is a click.
    if (isMoved) swallowClick();
    hand.moveTo({ x: event.clientX, y: event.clientY });
    letGo(event.shiftKey);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isTaken || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    putBack();
  };

  const options = { signal: whole.signal } as const;
  panel.addEventListener('pointerdown', onDown, options);
  // React's listeners may not hold back the scrolling of a touch.
  panel.addEventListener(
    'touchmove',
    (event) => {
      if (isTaken && event.cancelable) event.preventDefault();
    },
    { passive: false, signal: whole.signal },
  );
  panel.addEventListener('dragstart', prevent, options);
  return () => {
    // A drawer closes as soon as something is carried out of it.
    if (isTaken) gesture.signal.addEventListener('abort', () => whole.abort());
    else whole.abort();
    if (!isTaken) end();
  };
}

function prevent(event: Event): void {
  event.preventDefault();
}

function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true));
}

import type { Point, Rect } from '../../layout/scene.ts';
import type { Pilot } from '../camera/Pilot.ts';
import {
  AT_REST,
  type GestureEffect,
  type GestureInput,
  gestureStep,
  LONG_PRESS_MS,
} from './gestures.ts';
import { wheelMove } from './wheel.ts';

export interface GestureActions {
  readonly click: (effect: Extract<GestureEffect, { kind: 'click' }>) => void;
  readonly doubleClick: (at: Point) => void;
  readonly take: (effect: Extract<GestureEffect, { kind: 'take' }>) => void;
  readonly marquee: (rect: Rect | null, whole: boolean) => void;
  /** A menu is about to open for what is under this point. */
  readonly menu: (at: Point) => void;
  readonly space: () => void;
  readonly escape: () => void;
}

const MENU_AGAIN = 'peerlane';

/**
 * Wires the page's events to the gesture machine, and what it says to the camera and the store.
 *
 * @returns how to stop listening
 */
export function hearGestures(
  element: HTMLElement,
  pilot: Pilot,
  actions: () => GestureActions,
): () => void {
  let state = AT_REST;
  let timer = 0;
  const ending = new AbortController();
  const { signal } = ending;

  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const carryOut = (effect: GestureEffect): void => {
    switch (effect.kind) {
      case 'grab':
        pilot.grab();
        break;
      case 'pan':
        pilot.pan(effect.by);
        break;
      case 'zoom':
        pilot.zoom(effect.at, effect.factor);
        break;
      case 'let-go':
        pilot.letGo();
        break;
      case 'marquee':
        actions().marquee(effect.rect, effect.whole);
        break;
      case 'take':
        actions().take(effect);
        break;
      case 'click':
        actions().click(effect);
        break;
      case 'wait':
        clearTimeout(timer);
        if (effect.on) timer = window.setTimeout(() => input({ kind: 'rested' }), LONG_PRESS_MS);
        break;
      case 'menu':
        askForMenu(element, effect.at);
        break;
      case 'space':
        actions().space();
        break;
      case 'escape':
        actions().escape();
        break;
    }
  };
  const input = (what: GestureInput): void => {
    const step = gestureStep(state, what);
    state = step.state;
    element.dataset.doing =
      state.space !== 'up' && state.doing.kind === 'nothing' ? 'ready-to-pan' : state.doing.kind;
    for (const effect of step.effects) carryOut(effect);
  };
  const keysOf = ({ shiftKey, altKey }: MouseEvent) => ({ shift: shiftKey, alt: altKey });

  element.addEventListener(
    'pointerdown',
    (event) => {
      const device =
        event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
      // The middle button would begin to scroll, any button select text or take the focus away to
      // the part under it, which is gone as soon as it is out of view. A menu is asked for all the same.
      event.preventDefault();
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      const { pointerId: pointer, button } = event;
      pilot.stop();
      input({ kind: 'down', pointer, device, button, at: pointOf(event), keys: keysOf(event) });
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (state.doing.kind === 'nothing') return;
      input({ kind: 'move', pointer: event.pointerId, at: pointOf(event), keys: keysOf(event) });
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      keepFromPasting(event);
      input({ kind: 'up', pointer: event.pointerId, at: pointOf(event), keys: keysOf(event) });
    },
    { signal },
  );
  element.addEventListener('auxclick', keepFromPasting, { signal });
  const lost = (event: PointerEvent) => input({ kind: 'lost', pointer: event.pointerId });
  element.addEventListener('pointercancel', lost, { signal });
  element.addEventListener('lostpointercapture', lost, { signal });
  element.addEventListener('dblclick', (event) => actions().doubleClick(pointOf(event)), {
    signal,
  });
  element.addEventListener(
    'contextmenu',
    (event) => {
      if (MENU_AGAIN in event || state.doing.kind === 'nothing') {
        // Asked for by keys, it is about the part that has the focus.
        if (MENU_AGAIN in event || event.button === 2) actions().menu(pointOf(event));
        return;
      }
      // A button is down and may yet drag: the menu comes when it is released on the spot.
      event.preventDefault();
      input({ kind: 'menu' });
    },
    { signal },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const move = wheelMove(event);
      if (move.kind === 'pan') pilot.pan(move.by);
      else pilot.zoom(pointOf(event), move.factor);
    },
    { signal, passive: false },
  );
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.key === ' ') {
        event.preventDefault();
        if (!event.repeat) input({ kind: 'space-down' });
      } else if (event.key === 'Escape') {
        // What it cancels is the gesture, and nothing further up.
        if (state.doing.kind !== 'nothing') event.preventDefault();
        input({ kind: 'escape' });
      }
    },
    { signal },
  );
  element.addEventListener(
    'keyup',
    (event) => {
      if (event.key === ' ') input({ kind: 'space-up' });
    },
    { signal },
  );
  // A space bar released elsewhere is not heard here.
  element.addEventListener(
    'blur',
    () => {
      if (state.space !== 'up') state = { ...state, space: 'up' };
    },
    { signal },
  );
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}

/** The menu that was held back while a button was down. */
function askForMenu(element: HTMLElement, at: Point): void {
  const { left, top } = element.getBoundingClientRect();
  const where = { clientX: left + at.x, clientY: top + at.y };
  const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...where });
  Object.defineProperty(menu, MENU_AGAIN, { value: true });
  element.dispatchEvent(menu);
}

/**
 * On Linux the middle button pastes what was last marked anywhere, and the page opens what is pasted
 * on it: not at the end of a drag. Chromium asks the release whether it may, Firefox the click.
 */
function keepFromPasting(event: MouseEvent): void {
  if (event.button === 1) event.preventDefault();
}

import type { Point, Rect } from '../../layout/scene.ts';
import { toScene, toScreen } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { EdgePanner } from './EdgePanner.ts';
import { AT_REST, gestureStep, LONG_PRESS_MS } from './gestures.ts';
import type { Device, GestureEffect, GestureInput, PressedOn } from './gestureTypes.ts';
import { wheelMove } from './wheel.ts';

type Effect<Kind extends GestureEffect['kind']> = Extract<GestureEffect, { kind: Kind }>;

export interface GestureActions {
  readonly click: (effect: Effect<'click'>) => void;
  readonly doubleClick: (at: Point, isAlt: boolean) => void;
  readonly take: (effect: Effect<'take'>) => void;
  readonly marquee: (rect: Rect | null, whole: boolean) => void;
  /** Whether pressing there and dragging lifts something. */
  readonly canLift: (at: Point, device: Device) => boolean;
  /** Whether a handle lies there: dragging it lifts something, with a finger, too. Left out: none does. */
  readonly isHandle?: (at: Point, device: Device) => boolean;
  readonly lift: (effect: Effect<'lift'>) => void;
  readonly carry: (effect: Effect<'carry'>) => void;
  readonly drop: (effect: Effect<'drop'>) => void;
  readonly putBack: () => void;
  /** A finger rests there, and lifts what is below it as soon as it moves; `null`: no longer. */
  readonly hold: (at: Point | null) => void;
  /** Nothing is pressed, and the pointer is there; `null`: it has left, or was pressed. */
  readonly hover: (at: Point | null, device: Device) => void;
  /** Something from a panel is in the hand: presses are the panel's business. */
  readonly isHandFull: () => boolean;
  /** A menu is about to open for what is under this point. */
  readonly menu: (at: Point) => void;
  readonly space: () => void;
  /** @returns whether there was something to cancel */
  readonly escape: () => boolean;
}

const MENU_AGAIN = 'peerlane';

export interface HeardGestures {
  /** Ends the gesture under way as if it had never begun. */
  readonly breakOff: () => void;
  readonly stop: () => void;
}

/** Wires the page's events to the gesture machine, and what it says to the camera and the store. */
export function hearGestures(
  element: HTMLElement,
  { camera, pilot }: SheetCamera,
  actions: () => GestureActions,
): HeardGestures {
  let state = AT_REST;
  let timer = 0;
  const edges = new EdgePanner(camera, pilot);
  /** Escape meant something here. */
  let isCancelled = false;
  /** Where a marquee began, on the paper. */
  let anchor: Point | null = null;
  const ending = new AbortController();
  const { signal } = ending;

  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const pressedOn = (at: Point, device: Device): PressedOn => {
    if (actions().isHandle?.(at, device)) return 'handle';
    return actions().canLift(at, device) ? 'part' : 'paper';
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
      case 'hold':
        actions().hold(effect.at);
        break;
      case 'lift':
        actions().lift(effect);
        break;
      case 'carry':
        actions().carry(effect);
        break;
      case 'drop':
        actions().drop(effect);
        break;
      case 'put-back':
        actions().putBack();
        break;
      case 'menu':
        askForMenu(element, effect.at);
        break;
      case 'space':
        actions().space();
        break;
      case 'escape':
        isCancelled = actions().escape();
        break;
    }
  };
  const input = (what: GestureInput): void => {
    const step = gestureStep(state, what);
    state = step.state;
    const { doing } = state;
    element.dataset.doing =
      state.space !== 'up' && doing.kind === 'nothing' ? 'ready-to-pan' : doing.kind;
    for (const effect of step.effects) carryOut(effect);
    if (doing.kind !== 'marquee') {
      anchor = null;
      edges.moveTo(null);
    } else if (what.kind === 'move') {
      anchor ??= toScene(camera.camera, doing.from);
      edges.moveTo(what.at);
    }
  };
  const keysOf = ({ shiftKey, altKey }: MouseEvent) => ({ shift: shiftKey, alt: altKey });
  const stopFollowing = camera.subscribe(() => {
    if (anchor) input({ kind: 'slid', from: toScreen(camera.camera, anchor) });
  });

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button === 0 && actions().isHandFull()) return;
      const device = deviceOf(event);
      actions().hover(null, device);
      // The middle button would begin to scroll, any button select text or take the focus away to
      // the part under it, which is gone as soon as it is out of view. A menu is asked for all the same.
      event.preventDefault();
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      const { pointerId: pointer, button } = event;
      const at = pointOf(event);
      const on = button === 0 ? pressedOn(at, device) : 'paper';
      pilot.stop();
      input({ kind: 'down', pointer, device, button, at, on, keys: keysOf(event) });
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (state.doing.kind === 'nothing') {
        actions().hover(pointOf(event), deviceOf(event));
        return;
      }
      // Another button of the same mouse is no press of its own.
      if (event.button >= 0 && event.buttons !== 0) input({ kind: 'broken-off' });
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
  element.addEventListener('pointerleave', (event) => actions().hover(null, deviceOf(event)), {
    signal,
  });
  element.addEventListener(
    'dblclick',
    (event) => actions().doubleClick(pointOf(event), event.altKey),
    { signal },
  );
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
      pilot.keep();
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
        isCancelled = state.doing.kind !== 'nothing';
        input({ kind: 'escape' });
        if (isCancelled) event.preventDefault();
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
  const breakOff = () => {
    if (state.doing.kind !== 'nothing') input({ kind: 'broken-off' });
  };
  // Another window: what is released there is not heard.
  globalThis.addEventListener?.('blur', breakOff, { signal });
  const stop = () => {
    breakOff();
    clearTimeout(timer);
    edges.moveTo(null);
    stopFollowing();
    ending.abort();
  };
  return { breakOff, stop };
}

function deviceOf({ pointerType }: PointerEvent): Device {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
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

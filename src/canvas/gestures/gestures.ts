import { assertNever } from '../../base/assertNever.ts';
import { spanned } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';

/*
 * What fingers, mouse and pen mean, as a machine without a page: inputs go in, what to do comes
 * out. Points are CSS pixels from the sheet's corner.
 */

export interface Keys {
  readonly shift: boolean;
  readonly alt: boolean;
}

export type GestureInput =
  | {
      readonly kind: 'down';
      readonly pointer: number;
      readonly device: 'mouse' | 'touch' | 'pen';
      readonly button: number;
      readonly at: Point;
      readonly keys: Keys;
    }
  | { readonly kind: 'move'; readonly pointer: number; readonly at: Point; readonly keys: Keys }
  | { readonly kind: 'up'; readonly pointer: number; readonly at: Point; readonly keys: Keys }
  /** The system took the pointer away. */
  | { readonly kind: 'lost'; readonly pointer: number }
  /** A finger has rested for LONG_PRESS_MS. */
  | { readonly kind: 'rested' }
  | { readonly kind: 'space-down' }
  | { readonly kind: 'space-up' }
  /** The context menu is asked for while a button is down, as it is on Linux and macOS. */
  | { readonly kind: 'menu' }
  | { readonly kind: 'escape' };

export type GestureEffect =
  /** A move of the camera begins: it is kept, in case the gesture is cancelled. */
  | { readonly kind: 'grab' }
  | { readonly kind: 'pan'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly at: Point; readonly factor: number }
  /** Puts the camera back to where it was grabbed. */
  | { readonly kind: 'let-go' }
  /** Shows the marquee, or takes it away. */
  | { readonly kind: 'marquee'; readonly rect: Rect | null; readonly whole: boolean }
  | {
      readonly kind: 'take';
      readonly rect: Rect;
      readonly whole: boolean;
      readonly how: 'replace' | 'add';
    }
  | {
      readonly kind: 'click';
      readonly at: Point;
      readonly how: 'replace' | 'toggle';
      readonly device: 'mouse' | 'touch' | 'pen';
    }
  /** Starts waiting for a finger to have rested, or stops that. */
  | { readonly kind: 'wait'; readonly on: boolean }
  | { readonly kind: 'menu'; readonly at: Point }
  /** The space bar was pressed and nothing dragged. */
  | { readonly kind: 'space' }
  /** Nothing was under way. */
  | { readonly kind: 'escape' };

type Doing =
  | { readonly kind: 'nothing' }
  /** A button or finger is down and has not moved yet. */
  | {
      readonly kind: 'pressed';
      readonly pointer: number;
      readonly device: 'mouse' | 'touch' | 'pen';
      readonly from: Point;
      readonly leadsTo: 'marquee' | 'pan';
      readonly button: number;
      readonly menuAsked: boolean;
    }
  | {
      readonly kind: 'marquee';
      readonly pointer: number;
      readonly from: Point;
      readonly to: Point;
      readonly keys: Keys;
    }
  | { readonly kind: 'pan'; readonly pointer: number; readonly last: Point }
  | {
      readonly kind: 'pinch';
      readonly first: { readonly pointer: number; readonly at: Point };
      readonly second: { readonly pointer: number; readonly at: Point };
    }
  /** Cancelled or done: what is still down has no say any more. */
  | { readonly kind: 'spent'; readonly pointers: ReadonlySet<number> };

export interface GestureState {
  readonly doing: Doing;
  /** `used`: something was dragged meanwhile, so its release means nothing. */
  readonly space: 'up' | 'down' | 'used';
}

export const AT_REST: GestureState = { doing: { kind: 'nothing' }, space: 'up' };

export const LONG_PRESS_MS = 500;
/** Below this a press is a click, however the hand trembles. */
const DRAG_FROM = 4;
const DRAG_FROM_TOUCH = 8;

export interface Step {
  readonly state: GestureState;
  readonly effects: readonly GestureEffect[];
}

export function gestureStep(state: GestureState, input: GestureInput): Step {
  switch (input.kind) {
    case 'down':
      return down(state, input);
    case 'move':
      return move(state, input);
    case 'up':
      return up(state, input);
    case 'lost':
      return cancelled(state, input.pointer);
    case 'rested':
      return rested(state);
    case 'menu':
      return state.doing.kind === 'pressed'
        ? to(state, { ...state.doing, menuAsked: true })
        : { state, effects: [] };
    case 'space-down':
      return { state: state.space === 'up' ? { ...state, space: 'down' } : state, effects: [] };
    case 'space-up':
      return {
        state: { ...state, space: 'up' },
        effects: state.space === 'down' ? [{ kind: 'space' }] : [],
      };
    case 'escape':
      if (state.doing.kind === 'nothing') return { state, effects: [{ kind: 'escape' }] };
      return cancelled(state, null);
    default:
      return assertNever(input);
  }
}

function to(state: GestureState, doing: Doing, effects: readonly GestureEffect[] = []): Step {
  return { state: { ...state, doing }, effects };
}

function down(state: GestureState, input: GestureInput & { kind: 'down' }): Step {
  const { doing } = state;
  const { pointer, device, button, at } = input;
  if (doing.kind === 'nothing') {
    const pans = device === 'touch' || button === 1 || button === 2 || state.space !== 'up';
    const pressed: Doing = {
      kind: 'pressed',
      pointer,
      device,
      from: at,
      leadsTo: pans ? 'pan' : 'marquee',
      button,
      menuAsked: false,
    };
    const space = state.space === 'down' ? 'used' : state.space;
    const wait: readonly GestureEffect[] = device === 'touch' ? [{ kind: 'wait', on: true }] : [];
    return to({ ...state, space }, pressed, wait);
  }
  if (device !== 'touch') return { state, effects: [] };
  // A second finger: the two pinch, whatever the first was about.
  if (doing.kind === 'pressed' && doing.device === 'touch') {
    const first = { pointer: doing.pointer, at: doing.from };
    return to(state, { kind: 'pinch', first, second: { pointer, at } }, [
      { kind: 'wait', on: false },
      { kind: 'grab' },
    ]);
  }
  if (doing.kind === 'pan') {
    const first = { pointer: doing.pointer, at: doing.last };
    return to(state, { kind: 'pinch', first, second: { pointer, at } });
  }
  if (doing.kind === 'spent') {
    return to(state, { kind: 'spent', pointers: new Set([...doing.pointers, pointer]) });
  }
  return { state, effects: [] };
}

function move(state: GestureState, input: GestureInput & { kind: 'move' }): Step {
  const { doing } = state;
  const { pointer, at, keys } = input;
  switch (doing.kind) {
    case 'pressed': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const far = doing.device === 'touch' ? DRAG_FROM_TOUCH : DRAG_FROM;
      if (Math.hypot(at.x - doing.from.x, at.y - doing.from.y) < far) return { state, effects: [] };
      if (doing.leadsTo === 'pan') {
        return to(state, { kind: 'pan', pointer, last: at }, [
          { kind: 'wait', on: false },
          { kind: 'grab' },
          { kind: 'pan', by: minus(at, doing.from) },
        ]);
      }
      const marquee = { kind: 'marquee', pointer, from: doing.from, to: at, keys } as const;
      return to(state, marquee, [shown(marquee)]);
    }
    case 'marquee': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const marquee = { ...doing, to: at, keys };
      return to(state, marquee, [shown(marquee)]);
    }
    case 'pan':
      if (doing.pointer !== pointer) return { state, effects: [] };
      return to(state, { ...doing, last: at }, [{ kind: 'pan', by: minus(at, doing.last) }]);
    case 'pinch':
      return pinch(state, doing, pointer, at);
    default:
      return { state, effects: [] };
  }
}

function pinch(
  state: GestureState,
  doing: Doing & { kind: 'pinch' },
  pointer: number,
  at: Point,
): Step {
  const { first, second } = doing;
  if (pointer !== first.pointer && pointer !== second.pointer) return { state, effects: [] };
  const next: Doing =
    pointer === first.pointer
      ? { ...doing, first: { pointer, at } }
      : { ...doing, second: { pointer, at } };
  const before = Math.max(1, length(minus(first.at, second.at)));
  const after = Math.max(1, length(minus(next.first.at, next.second.at)));
  const middle = half(next.first.at, next.second.at);
  return to(state, next, [
    { kind: 'pan', by: minus(middle, half(first.at, second.at)) },
    { kind: 'zoom', at: middle, factor: after / before },
  ]);
}

function up(state: GestureState, input: GestureInput & { kind: 'up' }): Step {
  const { doing } = state;
  const { pointer, at, keys } = input;
  const rest: Doing = { kind: 'nothing' };
  switch (doing.kind) {
    case 'pressed':
      if (doing.pointer !== pointer) return { state, effects: [] };
      return to(state, rest, released(doing, at, keys));
    case 'marquee': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const rect = spanned(doing.from, at);
      const how = keys.shift ? 'add' : 'replace';
      return to(state, rest, [
        { kind: 'marquee', rect: null, whole: false },
        { kind: 'take', rect, whole: keys.alt, how },
      ]);
    }
    case 'pan':
      return doing.pointer === pointer ? to(state, rest) : { state, effects: [] };
    case 'pinch': {
      // One finger lifted: the other pans on. A third never had a say.
      if (!pointersOf(doing).includes(pointer)) return { state, effects: [] };
      const left = doing.first.pointer === pointer ? doing.second : doing.first;
      return to(state, { kind: 'pan', pointer: left.pointer, last: left.at });
    }
    case 'spent':
      return to(state, without(doing, pointer));
    default:
      return { state, effects: [] };
  }
}

/** What a press that never became a drag meant. */
function released(
  { device, button, leadsTo, menuAsked }: Doing & { kind: 'pressed' },
  at: Point,
  keys: Keys,
): readonly GestureEffect[] {
  const how = keys.shift ? 'toggle' : 'replace';
  if (device === 'touch') {
    return [
      { kind: 'wait', on: false },
      { kind: 'click', at, how: 'replace', device },
    ];
  }
  if (button === 2) return menuAsked ? [{ kind: 'menu', at }] : [];
  return leadsTo === 'marquee' ? [{ kind: 'click', at, how, device }] : [];
}

function rested(state: GestureState): Step {
  const { doing } = state;
  if (doing.kind !== 'pressed' || doing.device !== 'touch') return { state, effects: [] };
  return to(state, { kind: 'spent', pointers: new Set([doing.pointer]) }, [
    { kind: 'click', at: doing.from, how: 'toggle', device: 'touch' },
  ]);
}

/** Undoes what the gesture under way has done; `pointer` is one that is gone, if any. */
function cancelled(state: GestureState, pointer: number | null): Step {
  const { doing } = state;
  const held = pointersOf(doing);
  if (pointer !== null && !held.includes(pointer)) return { state, effects: [] };
  const left = held.filter((each) => each !== pointer);
  const next: Doing =
    left.length > 0 ? { kind: 'spent', pointers: new Set(left) } : { kind: 'nothing' };
  switch (doing.kind) {
    case 'pressed':
      return to(state, next, [{ kind: 'wait', on: false }]);
    case 'marquee':
      return to(state, next, [{ kind: 'marquee', rect: null, whole: false }]);
    case 'pan':
    case 'pinch':
      return to(state, next, [{ kind: 'let-go' }]);
    default:
      return to(state, next);
  }
}

function pointersOf(doing: Doing): readonly number[] {
  switch (doing.kind) {
    case 'nothing':
      return [];
    case 'pinch':
      return [doing.first.pointer, doing.second.pointer];
    case 'spent':
      return [...doing.pointers];
    default:
      return [doing.pointer];
  }
}

function without({ pointers }: Doing & { kind: 'spent' }, pointer: number): Doing {
  const left = [...pointers].filter((each) => each !== pointer);
  return left.length > 0 ? { kind: 'spent', pointers: new Set(left) } : { kind: 'nothing' };
}

function shown({ from, to: end, keys }: Doing & { kind: 'marquee' }): GestureEffect {
  return { kind: 'marquee', rect: spanned(from, end), whole: keys.alt };
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function half(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}

import { assertNever } from '../../base/assertNever.ts';
import { spanned } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { cancelled, pointersOf, spent } from './endGesture.ts';
import type {
  Doing,
  GestureEffect,
  GestureInput,
  GestureState,
  Keys,
  Step,
} from './gestureTypes.ts';
import { length, minus, pinched } from './pinched.ts';

/*
 * What fingers, mouse and pen mean, as a machine without a page: inputs go in, what to do comes
 * out.
 */

export const AT_REST: GestureState = { doing: { kind: 'nothing' }, space: 'up' };

export const LONG_PRESS_MS = 500;
/** Below this a press is a click, however the hand trembles. */
const DRAG_FROM = 4;
const DRAG_FROM_TOUCH = 8;

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
    case 'slid': {
      if (state.doing.kind !== 'marquee') return { state, effects: [] };
      const marquee = { ...state.doing, from: input.from };
      return to(state, marquee, [shown(marquee)]);
    }
    case 'broken-off':
      return cancelled(state, null);
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

function down(before: GestureState, input: GestureInput & { kind: 'down' }): Step {
  const { pointer, device, button, at, on } = input;
  // It is down already: its release was never heard, as beyond a window that was left.
  const ended = pointersOf(before.doing).includes(pointer) ? cancelled(before, pointer) : null;
  const state = ended?.state ?? before;
  const { doing } = state;
  const told = (step: Step): Step =>
    ended ? { ...step, effects: [...ended.effects, ...step.effects] } : step;
  if (doing.kind === 'nothing') {
    const isFinger = device === 'touch' && on !== 'handle';
    const pans = isFinger || button === 1 || button === 2 || state.space !== 'up';
    const pressed: Doing = {
      kind: 'pressed',
      pointer,
      device,
      from: at,
      on,
      leadsTo: pans ? 'pan' : on === 'paper' ? 'marquee' : 'lift',
      button,
      menuAsked: false,
    };
    const space = state.space === 'down' ? 'used' : state.space;
    const wait: readonly GestureEffect[] = device === 'touch' ? [{ kind: 'wait', on: true }] : [];
    return told(to({ ...state, space }, pressed, wait));
  }
  if (doing.kind === 'spent') {
    return told(to(state, { kind: 'spent', pointers: new Set([...doing.pointers, pointer]) }));
  }
  return told(device === 'touch' ? secondFinger(state, pointer, at) : { state, effects: [] });
}

/** The two pinch, whatever the first was about; below what is carried they move the paper. */
function secondFinger(state: GestureState, pointer: number, at: Point): Step {
  const { doing } = state;
  const second = { pointer, at };
  switch (doing.kind) {
    case 'pressed':
      if (doing.device !== 'touch') return { state, effects: [] };
      return to(
        state,
        { kind: 'pinch', first: { pointer: doing.pointer, at: doing.from }, second },
        [{ kind: 'wait', on: false }, { kind: 'grab' }],
      );
    case 'held':
      return to(
        state,
        { kind: 'pinch', first: { pointer: doing.pointer, at: doing.from }, second },
        [{ kind: 'hold', at: null }, { kind: 'grab' }],
      );
    case 'pan':
      return to(state, {
        kind: 'pinch',
        first: { pointer: doing.pointer, at: doing.last },
        second,
      });
    case 'carry':
      return doing.other === null ? to(state, { ...doing, other: second }) : { state, effects: [] };
    default:
      return { state, effects: [] };
  }
}

function move(state: GestureState, input: GestureInput & { kind: 'move' }): Step {
  const { doing } = state;
  const { pointer, at, keys } = input;
  switch (doing.kind) {
    case 'pressed': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const far = doing.device === 'touch' ? DRAG_FROM_TOUCH : DRAG_FROM;
      if (length(minus(at, doing.from)) < far) return { state, effects: [] };
      const { from, device } = doing;
      switch (doing.leadsTo) {
        case 'pan':
          return to(state, { kind: 'pan', pointer, last: at }, [
            { kind: 'wait', on: false },
            { kind: 'grab' },
            { kind: 'pan', by: minus(at, from) },
          ]);
        case 'lift':
          return to(state, { kind: 'carry', pointer, at, other: null }, [
            ...(device === 'touch' ? ([{ kind: 'wait', on: false }] as const) : []),
            { kind: 'grab' },
            { kind: 'lift', from, at, device, keys },
          ]);
        case 'marquee':
          return framing(state, pointer, from, at, keys);
        default:
          return assertNever(doing.leadsTo);
      }
    }
    case 'held': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const { from } = doing;
      if (length(minus(at, from)) < DRAG_FROM_TOUCH) return { state, effects: [] };
      const released: GestureEffect = { kind: 'hold', at: null };
      if (doing.on === 'paper') return framing(state, pointer, from, at, keys, [released]);
      return to(state, { kind: 'carry', pointer, at, other: null }, [
        released,
        { kind: 'grab' },
        { kind: 'lift', from, at, device: 'touch', keys },
      ]);
    }
    case 'marquee': {
      if (doing.pointer !== pointer) return { state, effects: [] };
      const marquee = { ...doing, to: at, keys };
      return to(state, marquee, [shown(marquee)]);
    }
    case 'carry':
      return carry(state, doing, input);
    case 'pan':
      if (doing.pointer !== pointer) return { state, effects: [] };
      return to(state, { ...doing, last: at }, [{ kind: 'pan', by: minus(at, doing.last) }]);
    case 'pinch':
      return pinch(state, doing, pointer, at);
    default:
      return { state, effects: [] };
  }
}

function framing(
  state: GestureState,
  pointer: number,
  from: Point,
  at: Point,
  keys: Keys,
  before: readonly GestureEffect[] = [],
): Step {
  const marquee = { kind: 'marquee', pointer, from, to: at, keys } as const;
  return to(state, marquee, [...before, { kind: 'grab' }, shown(marquee)]);
}

function carry(
  state: GestureState,
  doing: Doing & { kind: 'carry' },
  { pointer, at, keys }: GestureInput & { kind: 'move' },
): Step {
  const { other } = doing;
  if (other !== null) {
    const isHand = pointer === doing.pointer;
    if (!isHand && pointer !== other.pointer) return { state, effects: [] };
    const next = isHand ? { ...doing, at } : { ...doing, other: { pointer, at } };
    const effects = pinched([doing.at, other.at], [next.at, (next.other ?? other).at]);
    return to(state, next, [...effects, { kind: 'carry', at: next.at, keys }]);
  }
  if (pointer !== doing.pointer) return { state, effects: [] };
  const next = to(state, { ...doing, at }, [{ kind: 'carry', at, keys }]);
  if (state.space === 'up') return next;
  // With the space bar, the paper goes along with the hand.
  return {
    state: { ...next.state, space: 'used' },
    effects: [{ kind: 'pan', by: minus(at, doing.at) }, ...next.effects],
  };
}

function pinch(
  state: GestureState,
  doing: Doing & { kind: 'pinch' },
  pointer: number,
  at: Point,
): Step {
  const { first, second } = doing;
  if (pointer !== first.pointer && pointer !== second.pointer) return { state, effects: [] };
  const next =
    pointer === first.pointer
      ? { ...doing, first: { pointer, at } }
      : { ...doing, second: { pointer, at } };
  return to(state, next, pinched([first.at, second.at], [next.first.at, next.second.at]));
}

function up(state: GestureState, input: GestureInput & { kind: 'up' }): Step {
  const { doing } = state;
  const { pointer, at, keys } = input;
  const held = pointersOf(doing);
  // A third finger never had a say.
  if (!held.includes(pointer)) return { state, effects: [] };
  const rest = spent(held.filter((each) => each !== pointer));
  switch (doing.kind) {
    case 'pressed':
      return to(state, rest, released(doing, at, keys));
    case 'held':
      return to(state, rest, [
        { kind: 'hold', at: null },
        { kind: 'menu', at },
      ]);
    case 'marquee': {
      const rect = spanned(doing.from, at);
      const how = keys.shift ? 'add' : 'replace';
      return to(state, rest, [
        { kind: 'marquee', rect: null, whole: false },
        { kind: 'take', rect, whole: keys.alt, how },
      ]);
    }
    case 'carry':
      if (pointer !== doing.pointer) return to(state, { ...doing, other: null });
      return to(state, rest, [{ kind: 'drop', at, keys }]);
    case 'pan':
      return to(state, rest);
    case 'pinch': {
      // One finger lifted: the other pans on.
      const left = doing.first.pointer === pointer ? doing.second : doing.first;
      return to(state, { kind: 'pan', pointer: left.pointer, last: left.at });
    }
    default:
      return to(state, rest);
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
  return leadsTo === 'pan' ? [] : [{ kind: 'click', at, how, device }];
}

function rested(state: GestureState): Step {
  const { doing } = state;
  if (doing.kind !== 'pressed' || doing.device !== 'touch') return { state, effects: [] };
  const { pointer, from, on } = doing;
  return to(state, { kind: 'held', pointer, from, on }, [{ kind: 'hold', at: from }]);
}

function shown({ from, to: end, keys }: Doing & { kind: 'marquee' }): GestureEffect {
  return { kind: 'marquee', rect: spanned(from, end), whole: keys.alt };
}

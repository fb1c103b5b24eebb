import type { Doing, GestureEffect, GestureState, Step } from './gestureTypes.ts';

/** Undoes what the gesture under way has done; `pointer` is one that is gone, if any. */
export function cancelled(state: GestureState, pointer: number | null): Step {
  const { doing } = state;
  const held = pointersOf(doing);
  if (pointer !== null && !held.includes(pointer)) return { state, effects: [] };
  if (doing.kind === 'carry' && pointer !== null && pointer === doing.other?.pointer) {
    return { state: { ...state, doing: { ...doing, other: null } }, effects: [] };
  }
  const next = spent(held.filter((each) => each !== pointer));
  return { state: { ...state, doing: next }, effects: undone(doing) };
}

function undone(doing: Doing): readonly GestureEffect[] {
  switch (doing.kind) {
    case 'pressed':
      return [{ kind: 'wait', on: false }];
    case 'held':
      return [{ kind: 'hold', at: null }];
    case 'marquee':
      return [{ kind: 'marquee', rect: null, whole: false }, { kind: 'let-go' }];
    case 'carry':
      return [{ kind: 'put-back' }, { kind: 'let-go' }];
    case 'pan':
    case 'pinch':
      return [{ kind: 'let-go' }];
    default:
      return [];
  }
}

/** What is left when a gesture is over and these are still down. */
export function spent(pointers: readonly number[]): Doing {
  return pointers.length > 0 ? { kind: 'spent', pointers: new Set(pointers) } : { kind: 'nothing' };
}

export function pointersOf(doing: Doing): readonly number[] {
  switch (doing.kind) {
    case 'nothing':
      return [];
    case 'pinch':
      return [doing.first.pointer, doing.second.pointer];
    case 'carry':
      return doing.other ? [doing.pointer, doing.other.pointer] : [doing.pointer];
    case 'spent':
      return [...doing.pointers];
    default:
      return [doing.pointer];
  }
}

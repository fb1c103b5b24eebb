import { type KeyboardEvent, useMemo } from 'react';
import type { DropPlace } from '../../build/carried.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { Carry, PartId } from '../../store/state.ts';
import type { Pilot } from '../camera/Pilot.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { targetMove, type WalkedTarget, walkTargets } from './walkTargets.ts';

export interface CarryKeys {
  /** What is carried by keys, if anything is. */
  readonly carry: Carry | null;
  /** What a drop would do: `drop nic0 below sw1`. */
  readonly words: string;
  /** @returns whether the key was meant for what is carried */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Choosing a place by keys: arrows and Tab go along those that take what is carried. */
export function useCarryKeys(drawn: Drawn, pilot: Pilot, cursor: PartId | null): CarryKeys {
  const carry = usePeerlane((state) => (state.carry?.by === 'keys' ? state.carry : null));
  const { aim, drop, putBack } = usePeerlane((state) => state.actions);
  const targets = carry?.targets ?? null;
  const walked = useMemo<readonly WalkedTarget[]>(() => {
    if (!targets) return [];
    const order = new Map(drawn.tree.order.map((part, index) => [part, index]));
    const placeOf = (place: DropPlace) =>
      place === 'sheet' ? Number.POSITIVE_INFINITY : (order.get(place) ?? order.size);
    return targets.legal
      .map((place) => ({ place, rect: place === 'sheet' ? null : rectOfPart(drawn, place) }))
      .filter(({ place, rect }) => rect !== null || place === 'sheet')
      .sort((a, b) => Math.min(placeOf(a.place), 1e9) - Math.min(placeOf(b.place), 1e9));
  }, [drawn, targets]);

  const onKeyDown = (event: KeyboardEvent): boolean => {
    const state = peerlane.getState().carry;
    if (state?.by !== 'keys' || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Enter') {
      event.preventDefault();
      void drop(event.shiftKey);
      return true;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      putBack();
      return true;
    }
    const move = targetMove(event.key, event.shiftKey);
    if (move === null) return false;
    event.preventDefault();
    const at = state.aim === null || state.aim === 'sheet' ? cursor : state.aim;
    const from = at === null ? null : rectOfPart(drawn, at);
    const to = walkTargets(walked, state.aim, from, move);
    if (to === null || to === state.aim) return true;
    aim(to);
    const rect = to === 'sheet' ? drawn.scene.bounds : rectOfPart(drawn, to);
    if (rect) pilot.reveal(rect);
    return true;
  };

  const target = carry?.aim == null ? null : carry.targets?.at(carry.aim);
  const what = carry?.words ?? '';
  const words =
    target?.kind === 'legal'
      ? `drop ${what} ${target.drop.words}`
      : `carrying ${what}: arrow keys choose a place`;
  return { carry, words, onKeyDown };
}

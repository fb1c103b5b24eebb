import { canApply } from '../../../build/canApply.ts';
import type { Change } from '../../../build/change.ts';
import { isSameWay, waysToDivide } from '../../../catalogue/waysToDivide.ts';
import type { Machine, Slot } from '../../../model/machine.ts';
import { lanesWords, undividedLanes } from './slotWords.ts';

/** A way in which a slot's lanes can be divided. */
export interface Division {
  /** `x8 x8` */
  readonly words: string;
  readonly isNow: boolean;
  readonly change: Change;
  /** Why it cannot be done just now; `null` when it can. */
  readonly refusal: string | null;
}

/** The ways that slots of the catalogue of this size offer, and the present one. Fetched when needed. */
export function slotDivisions(machine: Machine, slot: Slot): readonly Division[] {
  const now = slot.bifurcation ?? undividedLanes(slot);
  const offered = waysToDivide(slot.lanes);
  const ways =
    now === null || offered.some((way) => isSameWay(way, now)) ? offered : [...offered, now];
  return ways.map((lanes) => {
    const change: Change = { kind: 'bifurcate', slot: slot.id, lanes };
    const isNow = now !== null && isSameWay(lanes, now);
    const problem = isNow ? null : canApply(machine, change);
    return {
      words: lanesWords(lanes),
      isNow,
      change,
      refusal: problem && [problem.text, problem.hint].filter(Boolean).join(' '),
    };
  });
}

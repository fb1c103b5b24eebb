import type { Slot } from '../../../model/machine.ts';

/** `x8 x8`: lane groups in order. */
export function lanesWords(lanes: readonly number[]): string {
  return lanes.map((each) => `x${each}`).join(' ');
}

/** All lanes as one group; `null` where they are not stated. */
export function undividedLanes({ lanes }: Slot): readonly number[] | null {
  return lanes === null ? null : [lanes];
}

export function slotTitle(slot: Slot): string {
  return slot.label ?? slot.id;
}

import type { MapType } from './verdict.ts';

/** Outcomes as bits, so that a set of them is a number. */
export const OUTCOME = { BUS_ADDR: 1, THRU_HOST_BRIDGE: 2, NOT_SUPPORTED: 4 } as const;

const OUTCOMES_OF: readonly (readonly MapType[])[] = Array.from({ length: 8 }, (_, bits) => {
  const list: MapType[] = [];
  if (bits & OUTCOME.BUS_ADDR) list.push('BUS_ADDR');
  if (bits & OUTCOME.THRU_HOST_BRIDGE) list.push('THRU_HOST_BRIDGE');
  if (bits & OUTCOME.NOT_SUPPORTED) list.push('NOT_SUPPORTED');
  return list;
});

/** The outcomes that a set of bits stands for. */
export function outcomesOf(bits: number): readonly MapType[] {
  return OUTCOMES_OF[bits] ?? [];
}

/** The one outcome that a set of bits stands for; `null` when it leaves several open. */
export function onlyOutcome(bits: number): MapType | null {
  const [only, ...others] = outcomesOf(bits);
  return only !== undefined && others.length === 0 ? only : null;
}

export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** In px: one press of an arrow key, and one with Shift. */
const STEP = 16;
const LARGE_STEP = 64;

const GROWS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowUp: -1,
};

/**
 * Where a key leads a splitter: arrows move the line itself, Home and End make the panel as small
 * and as large as it may be. `null`: not a key of splitters.
 *
 * @param grows 1 when the panel grows as the line moves right or down, -1 when it shrinks
 */
export function splitterStep(
  press: { readonly key: string; readonly shiftKey: boolean },
  size: number,
  grows: 1 | -1,
  limits: Limits,
): number | null {
  if (press.key === 'Home') return limits.min;
  if (press.key === 'End') return limits.max;
  const way = GROWS[press.key];
  if (way === undefined) return null;
  return within(size + way * grows * (press.shiftKey ? LARGE_STEP : STEP), limits);
}

export function within(size: number, { min, max }: Limits): number {
  return Math.round(Math.max(min, Math.min(size, max)));
}

/** From the least use to the most: so many shades. */
export const HEAT_STEPS = 5;

/** The shade of a use from 0 to 1. */
export function heatStep(utilisation: number): number {
  const step = Math.floor(Math.min(Math.max(utilisation, 0), 1) * HEAT_STEPS);
  return Math.min(step, HEAT_STEPS - 1);
}

/** Full, but for rounding. */
export function isFull(utilisation: number): boolean {
  return utilisation >= 0.995;
}

/** More is offered than fits, and not by rounding alone. */
export function isOversubscribed(demand: number): boolean {
  return demand >= 1.05;
}

const THINNEST = 1.5;
/** More would hide what links run between. */
const WIDEST = 9;

/**
 * How wide so many bytes a second are drawn, in drawing units: four times as much is twice as wide, so
 * that drives can be seen beside accelerators.
 */
export function heatWidth(bytesPerSecond: number): number {
  return Math.min(Math.max(1.05 * Math.sqrt(bytesPerSecond / 1e9), THINNEST), WIDEST);
}

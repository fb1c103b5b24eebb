/** Stroke width of a link in drawing units: what its lanes carry, told apart at a glance. */
export function linkWeight(lanes: number | null): number {
  if (lanes === null || lanes <= 1) return 1.25;
  return lanes <= 2 ? 1.75 : lanes <= 4 ? 2.25 : lanes <= 8 ? 3 : 4;
}

/** Stroke width of a link in drawing units: more lanes, more ink, though not in proportion. */
export function linkWeight(lanes: number | null): number {
  if (lanes === null || lanes <= 1) return 1.25;
  if (lanes <= 2) return 1.75;
  if (lanes <= 4) return 2.5;
  if (lanes <= 8) return 3.5;
  return lanes <= 16 ? 5 : 7;
}

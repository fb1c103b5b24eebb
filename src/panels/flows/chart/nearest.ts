/** Index of the place nearest to `at`; places rise. 0 where there are none. */
export function nearest(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [places[low - 1], places[low]];
  if (before === undefined) return Math.max(0, low);
  return after === undefined || at - before <= after - at ? low - 1 : low;
}

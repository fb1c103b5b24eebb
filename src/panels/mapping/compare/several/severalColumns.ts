/** Narrower than this, a picture's words no longer fit. */
export const LEAST_WIDTH = 440;
const GAP = 16;

/** How many stand in a row: three by one or two by two, as the room is; a row of one only where it must. */
export function severalColumns(count: number, width: number): number {
  const fits = (columns: number) => (width - (columns - 1) * GAP) / columns >= LEAST_WIDTH;
  const wishes: Readonly<Record<number, readonly number[]>> = {
    1: [1],
    2: [2, 1],
    3: [3, 2, 1],
    4: [4, 2, 1],
  };
  return (wishes[count] ?? [3, 2, 1]).find(fits) ?? 1;
}

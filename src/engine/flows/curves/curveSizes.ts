const MOST = 4 * 1024 * 1024;
/** Up to so many payloads and read requests: beyond them teeth are too small to see. */
const PAYLOADS = 8;
const REQUESTS = 4;
/** From there on two sizes an octave are enough. */
const SMOOTH_FROM = 4096;

/**
 * Sizes of transfers for a curve, rising: powers of two up to 4 MiB, and where packets are full the sizes
 * just below and just above, which make the teeth of the saw.
 */
export function curveSizes(maxPayload: number, maxReadRequest: number): readonly number[] {
  const sizes = new Set<number>([WORD]);
  for (let size = 1; size <= MOST; size *= 2) {
    sizes.add(size);
    sizes.add(Math.min(size * 1.5, MOST));
    if (size >= WORD && size < SMOOTH_FROM) addTooth(sizes, size);
  }
  addTeeth(sizes, maxPayload, PAYLOADS);
  addTeeth(sizes, maxReadRequest, REQUESTS);
  addTooth(sizes, SMOOTH_FROM);
  return [...sizes].filter(Number.isInteger).sort((a, b) => a - b);
}

const WORD = 4;

function addTeeth(sizes: Set<number>, step: number, count: number): void {
  for (let tooth = 1; tooth <= count; tooth++) {
    addTooth(sizes, tooth * step);
    sizes.add((tooth + 0.5) * step);
  }
}

function addTooth(sizes: Set<number>, size: number): void {
  for (const near of [size - 1, size, size + 1]) sizes.add(near);
}

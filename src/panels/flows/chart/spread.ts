/**
 * Places in a row that are at least `apart` from one another and within `from` to `to`, each as near to
 * where it wants to be as the others allow; in the order given. Where there is no room for all, they
 * are as far apart as there is.
 */
export function spread(
  wanted: readonly number[],
  apart: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  if (wanted.length === 0) return [];
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const pitch = Math.min(apart, (to - from) / Math.max(1, wanted.length - 1));
  // Neighbours that collide become one block around the middle of what they want.
  const blocks: { first: number; count: number; sum: number }[] = [];
  const startOf = ({ count, sum }: { count: number; sum: number }) =>
    clamp(sum / count, from, to - (count - 1) * pitch);
  order.forEach((index, first) => {
    let block = { first, count: 1, sum: wanted[index] ?? 0 };
    for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
      if (startOf(last) + last.count * pitch <= startOf(block)) break;
      blocks.pop();
      // What its members want of the block's start: each its own place less its offset.
      const sum = last.sum + block.sum - block.count * last.count * pitch;
      block = { first: last.first, count: last.count + block.count, sum };
    }
    blocks.push(block);
  });
  const places = new Array<number>(wanted.length).fill(from);
  for (const block of blocks) {
    const start = startOf(block);
    for (let offset = 0; offset < block.count; offset++) {
      const index = order[block.first + offset];
      if (index !== undefined) places[index] = start + offset * pitch;
    }
  }
  return places;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(Math.max(least, most), value));
}

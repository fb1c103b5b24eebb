import { intersects } from '../rects.ts';
import { around } from './extents.ts';
import type { Outlined } from './outlinedBoxes.ts';

/** Rectangles sorted into those that hang together. */
export function together(all: readonly Outlined[]): readonly (readonly Outlined[])[] {
  const { width, height } = around(all.map(({ rect }) => rect));
  const along = width >= height ? ALONG_X : ALONG_Y;
  const sorted = all.toSorted((a, b) => along.start(a) - along.start(b));
  const above = Int32Array.from(sorted, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let next = above[at]; next !== undefined && next !== at; next = above[at]) {
      above[at] = above[next] ?? next;
      at = above[at] ?? next;
    }
    return at;
  };
  // Those that reach as far as the sweep has come.
  let open: number[] = [];
  sorted.forEach((one, index) => {
    const start = along.start(one);
    open = open.filter((other) => {
      const before = sorted[other];
      return before !== undefined && along.end(before) >= start;
    });
    for (const other of open) {
      const before = sorted[other];
      if (before && intersects(before.rect, one.rect)) above[root(other)] = root(index);
    }
    open.push(index);
  });
  const pieces = new Map<number, Outlined[]>();
  sorted.forEach((one, index) => {
    const at = root(index);
    const there = pieces.get(at);
    if (there) there.push(one);
    else pieces.set(at, [one]);
  });
  return [...pieces.values()];
}

const ALONG_X = {
  start: ({ rect }: Outlined) => rect.x,
  end: ({ rect }: Outlined) => rect.x + rect.width,
};
const ALONG_Y = {
  start: ({ rect }: Outlined) => rect.y,
  end: ({ rect }: Outlined) => rect.y + rect.height,
};

import type { HeatBand } from './linkHeat.ts';

/** Two bars across a band that is full, as the data of a path; empty for others. A hue alone says nothing. */
export function fullMark({ isFull, points, width }: HeatBand): string {
  const [before, end] = points.slice(-2);
  if (!isFull || !end || !before) return '';
  const isUpright = end.x === before.x;
  const [x, y] = [(end.x + before.x) / 2, (end.y + before.y) / 2];
  const half = width / 2 + 2;
  return [-2, 2]
    .map((off) =>
      isUpright ? `M${x - half} ${y + off}h${2 * half}` : `M${x + off} ${y - half}v${2 * half}`,
    )
    .join('');
}

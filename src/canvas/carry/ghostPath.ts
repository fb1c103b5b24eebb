import type { Point, Rect } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { belowParts } from './belowParts.ts';

/** Of more than this the hand would see nothing anyway. */
const MOST = 400;

/** Outlines of what was lifted, from where the hand took it: one path. */
export function ghostPath(drawn: Drawn, parts: readonly PartId[], from: Point): string {
  const shown = belowParts(drawn, parts, MOST);
  const ids = new Set<string>(shown.map(({ id }) => id));
  const boxes = shown.map(({ rect }) => outline(rect, from));
  const links = shown.flatMap(({ id }) => {
    const link = drawn.links.above.get(id as never);
    if (!link || parts.includes(id) || (link.upper !== null && !ids.has(link.upper))) return [];
    return link.points.map(
      ({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x - from.x} ${y - from.y}`,
    );
  });
  return [...boxes, ...links].join('');
}

function outline({ x, y, width, height }: Rect, from: Point): string {
  return `M${x - from.x} ${y - from.y}h${width}v${height}h${-width}z`;
}

import { hatchPath } from '../mapping/mappingPaths.ts';
import type { Point, Rect } from '../scene.ts';
import type { ChartFill, ChartPoint } from './chartScene.ts';

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through points; `null` interrupts it. */
export function linePath(points: readonly (Point | null)[]): string {
  let isOpen = false;
  let path = '';
  for (const point of points) {
    if (point) path += `${isOpen ? 'L' : 'M'}${round(point.x)},${round(point.y)}`;
    isOpen = point !== null;
  }
  return path;
}

/** What is drawn over a fill so that it is known without its shade; `null`: nothing. */
export function fillPath(fill: ChartFill, rect: Rect): string | null {
  switch (fill) {
    case 'payload':
    case 'now':
    case 'idle':
      return null;
    case 'header':
      return hatchPath(rect, 4);
    case 'before':
      return hatchPath(rect, 6);
    case 'dllp':
      return rowsPath(rect, 3, 'across');
    case 'skp':
      return rowsPath(rect, 3, 'along');
  }
}

function rowsPath({ x, y, width, height }: Rect, pitch: number, way: 'across' | 'along'): string {
  const parts: string[] = [];
  const most = way === 'across' ? width : height;
  for (let at = pitch / 2; at < most; at += pitch) {
    parts.push(
      way === 'across'
        ? `M${round(x + at)},${round(y)}V${round(y + height)}`
        : `M${round(x)},${round(y + at)}H${round(x + width)}`,
    );
  }
  return parts.join('');
}

const RADIUS = { now: 5, plain: 3, excess: 4.5 } as const;

/** Present points are discs, excess is a triangle that points up. */
export function pointPath({ kind, x, y }: ChartPoint): string {
  const r = RADIUS[kind];
  if (kind === 'excess') {
    return `M${round(x - r)},${round(y + r * 0.8)}L${round(x)},${round(y - r)}L${round(x + r)},${round(y + r * 0.8)}Z`;
  }
  const [left, right] = [round(x - r), round(x + r)];
  return `M${left},${round(y)}A${r},${r} 0 1 1 ${right},${round(y)}A${r},${r} 0 1 1 ${left},${round(y)}Z`;
}

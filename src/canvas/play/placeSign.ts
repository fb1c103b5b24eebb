import type { Point, Rect } from '../../layout/scene.ts';
import type { WalkRoute } from '../../layout/walkRoute.ts';

/** The sign of an IOMMU or of memory: its size, and how far its middle is from the edge that it is on. */
const SIGN = { width: 54, height: 18, up: 22, left: 44 } as const;

/** Where that sign is on the screen. */
export function signRect({ x, y }: Point, outward: WalkRoute['outward']): Rect {
  const { width, height, up, left } = SIGN;
  const middle = outward === 'up' ? { x, y: y - up } : { x: x - left, y };
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

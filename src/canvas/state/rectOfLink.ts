import type { Rect } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { boxOf } from '../rects.ts';
import type { Drawn } from './drawn.ts';

/** Round the end of the line to a function, where its words stand; `null`: no line is drawn. */
export function rectOfLink({ links, scene }: Drawn, lower: FunctionId): Rect | null {
  const link = links.above.get(scene.linkOf.get(lower) ?? lower);
  return link ? boxOf(link.points.slice(-2)) : null;
}

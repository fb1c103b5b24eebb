import type { CullFrame } from '../camera/cullFrame.ts';
import type { Part } from '../keys/partTree.ts';
import { intersects } from '../rects.ts';

/** Is this part among the elements that are drawn for this frame? Marks have none of their own. */
export function hasElement(part: Part | undefined, { detail, box }: CullFrame): boolean {
  return (
    part !== undefined &&
    detail !== 'overview' &&
    part.what.kind !== 'mark' &&
    intersects(box, part.rect)
  );
}

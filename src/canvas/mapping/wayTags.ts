import type { TagRequest } from '../../layout/placeTags.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { textWidth } from '../../layout/textWidth.ts';
import { grown } from '../rects.ts';
import type { DrawnWay, MappingDrawing } from './mappingDrawing.ts';

export interface WayTag extends TagRequest {
  readonly way: DrawnWay;
  /** Where its words begin, behind the letter. */
  readonly left: number;
}

const PAD = 7;
const LINE = 17;
/** The square with the letter of the space, or the barred sign. */
export const LETTER = 20;
/** Letters are set a little wider than they are measured. */
const AIR = 1.05;
/** Half of a barred sign, or of an arrow's head, with a rim. */
const SIGN = 14;

/**
 * The words of the ways, each where it ends. From afar the letters and numbers alone would say nothing:
 * they keep their words at every zoom.
 *
 * @param signAt where the sign of an IOMMU, of memory, of a CPU at a place stands, in drawing units
 */
export function wayTags(
  { ways, outward }: MappingDrawing,
  k: number,
  signAt: (at: Point) => Rect | null,
): readonly WayTag[] {
  return ways.map((way) => {
    const { title, why } = way.words;
    const left = LETTER + PAD;
    const widest = Math.max(textWidth(title, 'title'), why ? textWidth(why, 'caption') : 0);
    const { at, sides } = placeOf(way, outward, k, signAt);
    return {
      key: way.key,
      way,
      left,
      at,
      width: Math.ceil(left + AIR * widest + PAD),
      height: (why ? 2 : 1) * LINE + PAD,
      sides,
    };
  });
}

/** Beside the sign at which a way ends, else beside its end, or the device that it does not leave. */
function placeOf(
  { at, endSign }: DrawnWay,
  outward: MappingDrawing['outward'],
  k: number,
  signAt: (at: Point) => Rect | null,
): Pick<TagRequest, 'at' | 'sides'> {
  const sign = endSign && signAt(endSign);
  if (sign) {
    return {
      at: sign,
      sides: outward === 'up' ? ['right', 'left', 'above'] : ['below', 'above', 'left'],
    };
  }
  if (at.width > 0) return { at, sides: ['right', 'below', 'left', 'above'] };
  return { at: grown(at, SIGN / k), sides: ['right', 'left', 'below', 'above'] };
}

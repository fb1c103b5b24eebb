import type { HullLabel } from '../../layout/hulls/labelSpot.ts';
import type { Detail } from '../camera/cullFrame.ts';

/** A label as it stands on the screen, in CSS pixels from the point of the outline it hangs from. */
export interface LabelTag {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From farther away the gaps between cards have no room for a number. */
const LEAST_ZOOM = 0.3;
const LETTER = 5.6;
const PAD = 4;
/**
 * In height, and how far it reaches over the line towards the box: less than the outline is away
 * from it. A number has no letters that hang below the line.
 */
const SIZES = { words: { height: 13, over: 2 }, number: { height: 10, over: 1 } } as const;

/** In place of a group's number: parts that a list points at, which is no group and has none. */
export const NO_GROUP = -1;

/**
 * What a piece of a hull is labelled with: all of a drawing in the same words, from afar by number
 * alone. `null` where there is no room.
 *
 * @param k CSS pixels on the screen for one unit of the drawing
 */
export function hullLabel(
  group: number,
  label: HullLabel | null,
  detail: Detail,
  k: number,
): LabelTag | null {
  if (!label || k < LEAST_ZOOM || group === NO_GROUP) return null;
  const isFar = detail === 'overview';
  const text = isFar ? String(group) : `group ${group}`;
  const width = Math.round(text.length * LETTER) + 2 * PAD;
  if (width > label.room * k) return null;
  const { height, over } = isFar ? SIZES.number : SIZES.words;
  return {
    text,
    x: label.reaches === 'right' ? 0 : -width,
    y: label.stands === 'above' ? over - height : -over,
    width,
    height,
  };
}

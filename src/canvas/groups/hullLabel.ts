import type { HullPiece } from '../../layout/groupHulls.ts';

/** A piece smaller than this says nothing: the label would hide more than it tells. */
const SMALLEST = { width: 44, height: 24 } as const;
/** From here on there is room for the word, too. */
const WIDE = 96;
const LETTER = 5.6;
const PAD = 4;

/**
 * What a piece of a hull is labelled with, and how wide that is in CSS pixels; `null` where it is too
 * small.
 *
 * @param k CSS pixels on the screen for one unit of the drawing
 */
export function hullLabel(
  group: number,
  { bounds }: Pick<HullPiece, 'bounds'>,
  k: number,
): { readonly text: string; readonly width: number } | null {
  const [width, height] = [bounds.width * k, bounds.height * k];
  if (width < SMALLEST.width || height < SMALLEST.height) return null;
  const text = width < WIDE ? String(group) : `group ${group}`;
  return { text, width: Math.round(text.length * LETTER) + 2 * PAD };
}

import { intersects } from '../rects.ts';
import type { Point, Rect } from '../scene.ts';
import type { Outlined } from './outlinedBoxes.ts';
import type { TakenPlaces } from './TakenPlaces.ts';

/** Where a piece says its number: a tag on a line of its outline. */
export interface HullLabel {
  /** The end of the line that it stands at. */
  readonly at: Point;
  /** Whether it reaches from there to the right or to the left. */
  readonly reaches: 'right' | 'left';
  /** On which side of the line it has room: away from the box. */
  readonly stands: 'above' | 'below';
  /** How long it may be, in drawing units. */
  readonly room: number;
}

/** Boxes narrower than this part of the widest are not what names a piece. */
const WIDE = 0.75;
/** What a label takes at most, in drawing units: words at 100 %, a number from afar. */
const LABEL = { width: 58, height: 17 } as const;

/**
 * Where a piece is labelled: above the topmost of its wide boxes or below the lowest of them, rather
 * at the left end (what links are stands on the right), where it covers neither parts nor texts.
 * `null` where there is no such place, or no box as a whole.
 *
 * @param inset from the corner of the outline, so that its curve stays free
 */
export function labelSpot(
  outlined: readonly Outlined[],
  inset: number,
  taken: TakenPlaces,
): HullLabel | null {
  const boxes = outlined.flatMap(({ rect, box }) => (box ? [rect] : []));
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
  const wide = boxes
    .filter(({ width }) => width >= WIDE * widest)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const [top] = wide;
  const bottom = wide.at(-1);
  if (!top || !bottom) return null;
  const spots = [...spotsOn(top, 'above', inset), ...spotsOn(bottom, 'below', inset)];
  const isOutside = (place: Rect) =>
    outlined.every(({ rect }) => rect === top || rect === bottom || !intersects(rect, place));
  const isGood = (place: Rect) => taken.isFree(place) && isOutside(place);
  return spots.find((spot) => isGood(coveredBy(spot))) ?? null;
}

function spotsOn(
  { x, y, width, height }: Rect,
  stands: HullLabel['stands'],
  inset: number,
): readonly HullLabel[] {
  const [left, right] = [x + inset, x + width - inset];
  const room = Math.max(0, right - left);
  const line = stands === 'above' ? y : y + height;
  return [
    { at: { x: left, y: line }, reaches: 'right', stands, room },
    { at: { x: right, y: line }, reaches: 'left', stands, room },
  ];
}

function coveredBy({ at, reaches, stands, room }: HullLabel): Rect {
  const width = Math.min(LABEL.width, room);
  return {
    x: reaches === 'right' ? at.x : at.x - width,
    y: stands === 'above' ? at.y - LABEL.height : at.y,
    width,
    height: LABEL.height,
  };
}

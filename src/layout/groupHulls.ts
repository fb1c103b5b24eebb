import type { FunctionId } from '../model/ids.ts';
import { areaOf, around } from './hulls/extents.ts';
import { joined } from './hulls/joined.ts';
import { type HullLabel, labelSpot } from './hulls/labelSpot.ts';
import { type Outlined, outlinedBoxes } from './hulls/outlinedBoxes.ts';
import { scenePartsOf } from './hulls/sceneParts.ts';
import type { TakenPlaces } from './hulls/TakenPlaces.ts';
import { together } from './hulls/together.ts';
import { roundCorners } from './roundCorners.ts';
import type { Point, Rect, Scene } from './scene.ts';
import { unionOutline } from './unionOutline.ts';

/** One part of a group that is drawn together: its members and the links between them. */
export interface HullPiece {
  readonly bounds: Rect;
  /** Closed polygons: the outline, and the holes in it. */
  readonly loops: readonly (readonly Point[])[];
  /** `null` for ports and marks by themselves: too small to say anything. */
  readonly label: HullLabel | null;
}

export interface DrawnGroup {
  /** Its number. */
  readonly group: number;
  readonly members: readonly FunctionId[];
}

export interface GroupHull {
  readonly group: number;
  /** The largest first. */
  readonly pieces: readonly HullPiece[];
}

const RADIUS = 6;
/** A hole smaller than this is no hole worth drawing. */
const SMALLEST_HOLE = 8;
/** Beyond so many rectangles a piece is drawn as the one rectangle around it. */
const MOST_RECTS = 6000;

/**
 * Outlines round the members of each group in a drawing. A box of which only some functions are
 * members counts as a whole, because nothing in it can be told apart; ports and small marks count by
 * themselves. Boxes that a link of the group joins are one piece where the link leads straight on or
 * through open space; a port and the card below it, and what a link reaches past other parts, are
 * outlined apart: the link itself shows the way.
 */
export function groupHulls(scene: Scene, groups: readonly DrawnGroup[]): readonly GroupHull[] {
  const parts = scenePartsOf(scene);
  const groupOf = new Int32Array(parts.numberOf.size).fill(-1);
  groups.forEach(({ members }, index) => {
    for (const id of members) {
      const number = parts.numberOf.get(id);
      if (number !== undefined) groupOf[number] = index;
    }
  });
  const byGroup = groups.map((): Outlined[] => []);
  const outlined = outlinedBoxes(parts.boxes, groupOf);
  for (const one of joined(parts, scene.direction, outlined)) byGroup[one.group]?.push(one);
  return groups.map(({ group }, index) => {
    const pieces = together(byGroup[index] ?? []).map((each) => pieceOf(each, parts.taken));
    return { group, pieces: pieces.sort((a, b) => areaOf(b.bounds) - areaOf(a.bounds)) };
  });
}

function pieceOf(outlined: readonly Outlined[], taken: TakenPlaces): HullPiece {
  const rects = outlined.map(({ rect }) => rect);
  const bounds = around(rects);
  const outline = unionOutline(rects.length > MOST_RECTS ? [bounds] : rects);
  const loops = outline.filter(isWorthDrawing).map((loop) => roundCorners(loop, RADIUS));
  const label = labelSpot(outlined, RADIUS, taken);
  return { bounds, loops, label };
}

function isWorthDrawing(loop: readonly Point[]): boolean {
  const { width, height } = around(loop.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  return Math.min(width, height) >= SMALLEST_HOLE;
}

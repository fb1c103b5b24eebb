import { distanceTo, holds, intersects } from '../../layout/rects.ts';
import type {
  Point,
  Rect,
  SceneBox,
  SceneFrame,
  SceneLink,
  SceneMark,
  ScenePort,
} from '../../layout/scene.ts';
import { encloses, grown } from '../rects.ts';
import type { SceneIndex } from './sceneIndex.ts';

/** What lies under a pointer. */
export type Pick =
  | { readonly kind: 'port'; readonly port: ScenePort; readonly box: SceneBox }
  | { readonly kind: 'mark'; readonly mark: SceneMark; readonly box: SceneBox }
  | { readonly kind: 'box'; readonly box: SceneBox }
  | { readonly kind: 'link'; readonly link: SceneLink }
  | { readonly kind: 'frame'; readonly frame: SceneFrame };

export interface Reach {
  /** How far beside a thing one may point, in drawing units. */
  readonly slop: number;
  /** Small as they are, ports are only pointed at where they can be told apart. */
  readonly ports: boolean;
}

/** What is meant by pointing at `at`: the nearest port or box, then a link, then the inmost frame. */
export function pick(index: SceneIndex, at: Point, reach: Reach): Pick | null {
  const near = grown({ ...at, width: 0, height: 0 }, reach.slop);
  return (
    nearestBox(index.boxes.in(near), at, reach) ??
    nearestLink(index.links.in(near), at, reach.slop) ??
    inmostFrame(index.frames.in(near), at)
  );
}

/** The line that is nearest, whatever else is as near: for a finger that covers more than it means. */
export function pickLink(index: SceneIndex, at: Point, slop: number): Pick | null {
  return nearestLink(index.links.in(grown({ ...at, width: 0, height: 0 }, slop)), at, slop);
}

function nearestBox(boxes: readonly SceneBox[], at: Point, reach: Reach): Pick | null {
  let best: Pick | null = null;
  let nearest = reach.slop;
  for (const box of boxes) {
    const away = distanceTo(box.rect, at);
    if (away < nearest || (away === 0 && nearest === 0)) {
      best = { kind: 'box', box };
      nearest = away;
    }
  }
  // Ports and marks lie on their box and are meant even where the box is nearer: smaller aims.
  if (!reach.ports) return best;
  let smallest = Math.min(reach.slop, SMALL_SLOP);
  for (const box of boxes) {
    for (const port of box.ports) {
      const away = distanceTo(port.rect, at);
      if (away >= smallest) continue;
      best = { kind: 'port', port, box };
      smallest = away;
    }
    for (const mark of box.marks) {
      const away = distanceTo(mark.rect, at);
      if (away >= smallest) continue;
      best = { kind: 'mark', mark, box };
      smallest = away;
    }
  }
  return best;
}

/** Half of what lies between two marks; with more, the one next to the one that is meant would do. */
const SMALL_SLOP = 4;

function nearestLink(links: readonly SceneLink[], at: Point, slop: number): Pick | null {
  let best: Pick | null = null;
  let nearest = slop;
  for (const link of links) {
    const away = distanceToLine(link.points, at);
    if (away < nearest) {
      best = { kind: 'link', link };
      nearest = away;
    }
  }
  return best;
}

function inmostFrame(frames: readonly SceneFrame[], at: Point): Pick | null {
  // Outer frames come before the frames within them.
  const frame = frames.findLast(({ rect }) => holds(rect, at));
  return frame ? { kind: 'frame', frame } : null;
}

/** Pieces are horizontal or vertical: each is a rectangle without width. */
function distanceToLine(points: readonly Point[], at: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < points.length; index++) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const piece = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    nearest = Math.min(nearest, distanceTo(piece, at));
  }
  return nearest;
}

/** The boxes that a marquee takes: those it touches, or only those it holds whole. */
export function boxesIn(index: SceneIndex, rect: Rect, whole: boolean): readonly SceneBox[] {
  return index.boxes
    .in(rect)
    .filter((box) => (whole ? encloses(rect, box.rect) : intersects(rect, box.rect)));
}

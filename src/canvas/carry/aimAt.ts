import type { DropPlace, DropTargets } from '../../build/carried.ts';
import { distanceTo, holds } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import { partOfBox } from '../keys/partTree.ts';
import { grown } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import type { DropSpot, DropSpots } from './dropSpots.ts';

export interface Reach {
  /** From so far a legal place draws the hand to it, in drawing units. */
  readonly snap: number;
  /** Ports are hit one by one only where they can be told apart. */
  readonly ports: boolean;
}

/**
 * The place that is meant by holding something at `at`. What is hit exactly counts, legal or not; else
 * the nearest legal place within reach; else the ground below the hand. `null`: the paper.
 */
export function aimAt(
  drawn: Drawn,
  targets: DropTargets,
  spots: DropSpots,
  at: Point,
  reach: Reach,
): DropPlace | null {
  const hit = hitAt(drawn, at, reach.ports);
  if (hit !== null) {
    const { kind } = targets.at(hit);
    if (kind !== 'home') return hit;
  }
  const near = nearestSpot(spots, at, reach.snap);
  if (near) return near.place;
  if (hit !== null) return null;
  const ground = drawn.index.frames
    .in({ ...at, width: 0, height: 0 })
    .findLast(({ rect }) => holds(rect, at));
  return ground && targets.at(ground.id).kind !== 'home' ? ground.id : null;
}

/** The port or box right below the hand. */
function hitAt({ index }: Drawn, at: Point, withPorts: boolean): DropPlace | null {
  let found: DropPlace | null = null;
  for (const box of index.boxes.in({ ...at, width: 0, height: 0 })) {
    if (withPorts) {
      const small = [...box.ports, ...box.marks].find(({ rect }) => holds(rect, at));
      if (small) return small.function;
    }
    if (holds(box.rect, at)) found = partOfBox(box) ?? found;
  }
  return found;
}

function nearestSpot({ index }: DropSpots, at: Point, snap: number): DropSpot | null {
  let best: DropSpot | null = null;
  let nearest = snap;
  for (const spot of index.in(grown({ ...at, width: 0, height: 0 }, snap))) {
    const away = distanceTo(spot.rect, at);
    // Of what lies on one another the smaller is meant.
    if (away > nearest || (away === nearest && best?.kind === 'port')) continue;
    best = spot;
    nearest = away;
  }
  return best;
}

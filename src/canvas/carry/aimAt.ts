import type { DropPlace, DropTargets } from '../../build/carried.ts';
import { distanceTo, holds } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { PartId } from '../../store/state.ts';
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
 * The place that is meant by holding something at `at`. What is hit exactly counts, legal or not: an
 * endpoint on a root bus that cannot take it stands for the host bridge around it. Else the nearest
 * legal place within reach; else the ground below the hand. `null`: the paper.
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
    const host = kind === 'refused' ? hostAround(drawn, hit) : null;
    if (host !== null && targets.at(host).kind === 'legal') return host;
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

/** The host bridge in whose frame an endpoint lies that sits on its root bus. */
function hostAround({ tree }: Drawn, place: DropPlace): HostBridgeId | null {
  const part = tree.parts.get(place as PartId);
  if (part?.what.kind !== 'box' && part?.what.kind !== 'mark') return null;
  const { box } = part.what;
  if (box.kind !== 'device' && box.kind !== 'integrated') return null;
  const key = partOfBox(box);
  const above = key === null ? null : (tree.parts.get(key)?.parent ?? null);
  const frame = above === null ? undefined : tree.parts.get(above)?.what;
  const isHost = frame?.kind === 'frame' && frame.frame.kind === 'host-bridge';
  return isHost ? (above as HostBridgeId) : null;
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

import type { DropPlace, DropTargets } from '../../build/carried.ts';
import type { Rect } from '../../layout/scene.ts';
import { GridIndex } from '../hit/GridIndex.ts';
import { partOfBox } from '../keys/partTree.ts';
import type { Drawn } from '../state/drawn.ts';

/** A place that takes what is carried, where it is drawn. */
export interface DropSpot {
  readonly place: DropPlace;
  readonly rect: Rect;
  /** `ground`: a frame, which is only meant where nothing else is. */
  readonly kind: 'port' | 'box' | 'ground';
}

export interface DropSpots {
  readonly all: readonly DropSpot[];
  /** Without the ground, by place. */
  readonly index: GridIndex<DropSpot>;
}

export const NO_SPOTS: DropSpots = {
  all: [],
  index: new GridIndex<DropSpot>([], ({ rect }) => rect),
};

/** Where the legal places of what is carried are on this drawing. */
export function dropSpots({ scene }: Drawn, { legal }: DropTargets): DropSpots {
  const places = new Set<DropPlace>(legal);
  const all: DropSpot[] = [];
  const take = (place: DropPlace | null, rect: Rect, kind: DropSpot['kind']) => {
    if (place !== null && places.has(place)) all.push({ place, rect, kind });
  };
  for (const { id, rect } of scene.frames) take(id, rect, 'ground');
  for (const box of scene.boxes) {
    const part = partOfBox(box);
    take(part, box.rect, 'box');
    for (const port of [...box.ports, ...box.marks]) {
      if (port.function !== part) take(port.function, port.rect, 'port');
    }
  }
  const small = all.filter(({ kind }) => kind !== 'ground');
  return { all, index: new GridIndex(small, ({ rect }) => rect) };
}

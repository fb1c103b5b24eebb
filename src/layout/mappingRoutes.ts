import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { inLanes } from './lanes.ts';
import { pointAlong } from './polyline.ts';
import type { Point, Rect, Scene } from './scene.ts';
import { type WalkPlace, type WalkRoute, walkRoute } from './walkRoute.ts';
import { wayToHost } from './wayToHost.ts';
import { withoutSpurs } from './withoutSpurs.ts';

/** A way that requests of a device take, place by place. */
export interface MappingWayPlaces {
  readonly key: string;
  readonly places: readonly WalkPlace[];
}

/** The same, through a drawing. */
export interface MappingRoute {
  readonly key: string;
  /** One line from the device to where the way ends, beside the others. */
  readonly points: readonly Point[];
  readonly end: Point;
  /** How the line runs into its end, in radians; 0 is to the right. */
  readonly angle: number;
  /** Where an IOMMU has its say; `null` where none is asked. */
  readonly iommu: Point | null;
  /** Where the host's memory is, on ways that lead there. */
  readonly memory: Point | null;
  /** What is drawn of each place: ports, cards, host bridges. */
  readonly stations: readonly Rect[];
}

/** All ways of a list, beside one another, and what of the drawing they touch. */
export interface MappingRoutes {
  readonly routes: readonly MappingRoute[];
  /** Keys of what lies on the ways: it keeps its strength while the rest steps back. */
  readonly boxes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
  readonly outward: WalkRoute['outward'];
}

/** From one way to the next beside it: on a link both stand clear of each other at 60 %. */
const LANE = 7;

/**
 * The lines of the ways that a list's addresses take from their device. Ways that share links run
 * side by side.
 *
 * @param lane from one way to the next beside it
 */
export function mappingRoutes(
  scene: Scene,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  ways: readonly MappingWayPlaces[],
  lane = LANE,
): MappingRoutes {
  const walked = ways.map(({ places }) => walkRoute(scene, byId, places));
  const lines = inLanes(
    walked.map((route, index) => lineOf(route, ways[index]?.places ?? [])),
    lane,
    scene.direction,
  );
  const routes = ways.map(({ key, places }, index): MappingRoute => {
    const points = lines[index] ?? [];
    const { x, y, angle } = pointAlong(points, 1);
    const stationOf = (kind: WalkPlace['kind']): Point | null => {
      const at = places.findIndex((place) => place.kind === kind);
      return walked[index]?.stations[at] ?? null;
    };
    return {
      key,
      points,
      end: { x, y },
      angle,
      iommu: stationOf('iommu'),
      memory: stationOf('memory'),
      stations: (walked[index]?.places ?? []).flatMap((place) => place ?? []),
    };
  });
  const outward = scene.direction === 'down' ? 'up' : 'left';
  return { routes, ...touched(scene, byId, ways), outward };
}

/** Back from the IOMMU and on to the memory, a line need not come by its port again. */
function lineOf({ legs, stations }: WalkRoute, places: readonly WalkPlace[]): readonly Point[] {
  if (legs.length === 0) return stations;
  const [first, second, third] = places.slice(-3);
  const isByRoot =
    first?.kind === 'iommu' && second?.kind === 'root-complex' && third?.kind === 'memory';
  if (!isByRoot) return legs.flat();
  return [...legs.slice(0, -2).flat(), ...withoutSpurs(legs.slice(-2).flat())];
}

function touched(
  scene: Scene,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  ways: readonly MappingWayPlaces[],
): Pick<MappingRoutes, 'boxes' | 'links' | 'frames'> {
  const boxes = new Set<string>();
  const links = new Set<string>();
  const frames = new Set<string>();
  for (const { places } of ways) {
    const functions = places.flatMap((place) => (place.kind === 'function' ? [place.id] : []));
    const isAtRoot = functions.length < places.length;
    for (const [index, id] of functions.entries()) {
      const box = scene.placeOf.get(id)?.box;
      if (box !== undefined) boxes.add(box);
      // Up, or down again: the link above the lower one of two neighbours.
      const next = functions[index + 1];
      for (const lower of [id, next]) {
        const upper = lower === id ? next : id;
        if (lower === undefined || upper === undefined) continue;
        if (wayToHost(byId, lower).functions[1] !== upper) continue;
        links.add(scene.linkOf.get(lower) ?? lower);
      }
      if (!isAtRoot) continue;
      const { functions: way, host } = wayToHost(byId, id);
      if (host === null) continue;
      frames.add(scene.hiddenParts.get(host)?.box ?? host);
      const top = way.at(-1);
      if (top !== undefined && functions.includes(top)) links.add(scene.linkOf.get(top) ?? top);
    }
  }
  return { boxes, links, frames };
}

import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { litPath } from './litPath.ts';
import { type PathRoute, pathRoute } from './pathRoute.ts';
import type { Rect, Scene, SceneLink } from './scene.ts';
import { wayToHost } from './wayToHost.ts';

/** A provider and a client whose way is to be drawn. */
export interface WayEnds {
  readonly provider: FunctionId;
  readonly client: FunctionId;
  /** Redirected requests go up to the root complex, though a bridge below joins the two. */
  readonly rising: boolean;
}

/** The way of a pair as a drawing shows it: its lines, and what of the drawing lies on it. */
export interface PairWay {
  readonly route: PathRoute;
  /** Keys of what lies on the way. */
  readonly boxes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Host bridges that it passes through. */
  readonly frames: ReadonlySet<string>;
  /** Ports and boxes that it touches. */
  readonly stations: readonly Rect[];
}

/** What is drawn over a machine for a pair. */
export function pairWay(
  scene: Scene,
  machine: Machine,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  { provider, client, rising }: WayEnds,
): PairWay {
  const above = new Map<FunctionId, SceneLink>(scene.links.map((link) => [link.key, link]));
  const lit = litPath(scene, machine, provider, client);
  const meeting = lit.turn === 'bridge' ? lit.up.at(-1) : undefined;
  const trunk = rising && meeting !== undefined ? wayToHost(byId, meeting).functions : [];
  const hosts = [provider, client].map((id) => wayToHost(byId, id).host ?? '');
  const isOneHost = hosts[0] === hosts[1];
  const route = pathRoute(scene, above, { ...lit, trunk, isOneHost });
  const onWay = new Set<FunctionId>([...lit.ports, ...trunk]);
  const isPassed = (id: FunctionId) => onWay.has(id) || !isPort(scene, id);
  const stations = route.stations
    .filter(isPassed)
    .flatMap((id) => scene.placeOf.get(id)?.rect ?? []);
  const boxes = new Set(lit.boxes);
  for (const id of route.stations) {
    const place = scene.placeOf.get(id);
    if (place) boxes.add(place.box);
  }
  const links = new Set<string>(lit.links);
  for (const id of trunk.slice(0, -1)) {
    links.add(above.get(scene.linkOf.get(id) ?? id)?.key ?? id);
  }
  const shown = hosts.map((id) => scene.hiddenParts.get(id as HostBridgeId)?.box ?? id);
  const frames = new Set(lit.turn === 'host' || trunk.length > 0 ? shown : []);
  return { route, boxes, links, frames, stations: [...new Set([...stations, ...route.hosts])] };
}

function isPort(scene: Scene, id: FunctionId): boolean {
  const key = scene.placeOf.get(id)?.box;
  const box = scene.boxes.find((each) => each.key === key);
  return box?.ports.some((port) => port.function === id) ?? false;
}

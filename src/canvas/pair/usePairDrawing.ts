import { useMemo } from 'react';
import { litPath } from '../../layout/litPath.ts';
import type { Rect, Scene, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { wayToHost } from './hostOf.ts';
import { inTheWay } from './inTheWay.ts';
import type { PairLook } from './pairLook.ts';
import { type PathRoute, pathRoute } from './pathRoute.ts';

export interface PairDrawing {
  readonly route: PathRoute | null;
  /** What keeps its strength while the rest steps back; `null`: nothing steps back. */
  readonly lit: Lit | null;
  readonly stations: readonly Rect[];
  /** What tags should leave in sight. */
  readonly inTheWay: readonly Rect[];
}

/** What is drawn over the machine for the chosen pair. */
export function usePairDrawing(
  { scene, links }: Drawn,
  document: OpenDocument,
  look: PairLook,
): PairDrawing {
  const { machine, byId } = document;
  const isBoth = look.kind === 'both';
  const provider = isBoth ? look.provider : null;
  const client = isBoth ? look.client : null;
  const rising = isBoth && goesToHost(look);
  const path = useMemo(() => {
    if (provider === null || client === null) return null;
    const lit = litPath(scene, machine, provider, client);
    const meeting = lit.turn === 'bridge' ? lit.up.at(-1) : undefined;
    const trunk = rising && meeting !== undefined ? wayToHost(byId, meeting).functions : [];
    const hosts = [provider, client].map((id) => wayToHost(byId, id).host ?? '');
    const isOneHost = hosts[0] === hosts[1];
    const route = pathRoute(scene, links.above, { ...lit, trunk, isOneHost });
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
    const lines = new Set<string>(lit.links);
    for (const id of trunk.slice(0, -1)) lines.add(linkKey(scene.linkOf, links.above, id));
    const frames = new Set(lit.turn === 'host' || trunk.length > 0 ? hosts : []);
    const passed = [...new Set([...stations, ...route.hosts])];
    return {
      route,
      stations: passed,
      lit: { boxes, links: lines, frames },
      inTheWay: inTheWay(scene, route, passed, boxes),
    };
  }, [scene, links, machine, byId, provider, client, rising]);
  return {
    route: path?.route ?? null,
    lit: path?.lit ?? null,
    stations: path?.stations ?? [],
    inTheWay: path?.inTheWay ?? [],
  };
}

function isPort(scene: Scene, id: FunctionId): boolean {
  const key = scene.placeOf.get(id)?.box;
  const box = scene.boxes.find((each) => each.key === key);
  return box?.ports.some((port) => port.function === id) ?? false;
}

/** Requests that a bridge below redirects go up to the root complex, whatever comes of them there. */
function goesToHost(look: Extract<PairLook, { kind: 'both' }>): boolean {
  const verdict = look.explanation?.verdict;
  return (
    verdict !== undefined &&
    verdict.acsRedirect.length > 0 &&
    verdict.mapType !== 'BUS_ADDR' &&
    verdict.rule !== 'acs-redirect-refuses'
  );
}

function linkKey(
  linkOf: ReadonlyMap<FunctionId, FunctionId>,
  above: ReadonlyMap<FunctionId, SceneLink>,
  id: FunctionId,
): string {
  return above.get(linkOf.get(id) ?? id)?.key ?? id;
}

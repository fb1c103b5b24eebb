import { useMemo } from 'react';
import { risesToHost } from '../../engine/risesToHost.ts';
import { pairWay } from '../../layout/pairWay.ts';
import type { PathRoute } from '../../layout/pathRoute.ts';
import type { Rect } from '../../layout/scene.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { inTheWay, strokes } from './inTheWay.ts';
import type { PairLook } from './pairLook.ts';

export interface PairDrawing {
  readonly route: PathRoute | null;
  /** What keeps its strength while the rest steps back; `null`: nothing steps back. */
  readonly lit: Lit | null;
  readonly stations: readonly Rect[];
  /** What tags should leave in sight. */
  readonly inTheWay: readonly Rect[];
  /** All of the way: what it touches, and its lines. */
  readonly parts: readonly Rect[];
}

const NOTHING: PairDrawing = { route: null, lit: null, stations: [], inTheWay: [], parts: [] };

/** What is drawn over the machine for the chosen pair. */
export function usePairDrawing(
  { scene }: Drawn,
  document: OpenDocument,
  look: PairLook,
): PairDrawing {
  const { machine, byId } = document;
  const isBoth = look.kind === 'both';
  const provider = isBoth ? look.provider : null;
  const client = isBoth ? look.client : null;
  const verdict = isBoth ? look.explanation?.verdict : undefined;
  const rising = verdict !== undefined && risesToHost(verdict);
  return useMemo(() => {
    if (provider === null || client === null) return NOTHING;
    const way = pairWay(scene, machine, byId, { provider, client, rising });
    const { route, boxes, links, frames, stations } = way;
    const lines = [...route.pieces, route.joint];
    return {
      route,
      stations,
      lit: { boxes, links, frames },
      inTheWay: inTheWay(scene, route, stations, boxes),
      parts: [...stations, ...lines.flatMap(strokes)],
    };
  }, [scene, machine, byId, provider, client, rising]);
}

import { useMemo } from 'react';
import type { FabricWalk } from '../../engine/report.ts';
import { type WalkRoute, walkRoute } from '../../layout/walkRoute.ts';
import { usePeerlaneShallow } from '../../store/peerlane.ts';
import { playableWalk } from '../../store/playing.ts';
import type { OpenDocument, Play } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { type PacketLook, packetLook } from './packetLook.ts';

/** What is being played, and its way through the drawing. */
export interface Played {
  readonly play: Play;
  readonly walk: FabricWalk;
  readonly route: WalkRoute;
  readonly looks: readonly PacketLook[];
  /** Hops at an IOMMU. */
  readonly iommus: readonly number[];
}

/**
 * The play that is on, if its walk is valid for the document as it stands. Another drawing of the same
 * machine leaves the packet where it was.
 */
export function usePlayed(document: OpenDocument, { scene }: Drawn): Played | null {
  const { play, pair, compared } = usePeerlaneShallow((state) => ({
    play: state.play,
    pair: state.pair,
    compared: state.compared,
  }));
  const operation = play?.operation ?? null;
  const walk = useMemo(
    () => operation && playableWalk({ document, pair, compared }, operation),
    [document, pair, compared, operation],
  );
  const { byId } = document;
  const shown = useMemo(() => {
    if (!walk) return null;
    const { hops } = walk;
    return {
      walk,
      route: walkRoute(
        scene,
        byId,
        hops.map(({ at }) => at),
      ),
      looks: hops.map((hop) => packetLook(walk, hop)),
      iommus: hops.flatMap(({ at }, index) => (at.kind === 'iommu' ? [index] : [])),
    };
  }, [walk, scene, byId]);

  return useMemo(() => (play && shown ? { play, ...shown } : null), [play, shown]);
}

import { useMemo } from 'react';
import type { FabricWalk } from '../../engine/report.ts';
import { type WalkRoute, walkRoute } from '../../layout/walkRoute.ts';
import { usePeerlaneShallow } from '../../store/peerlane.ts';
import { playedWalk } from '../../store/playing.ts';
import type { OpenDocument, Play } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { type PacketLook, packetLook } from './packetLook.ts';
import type { SignedHop } from './paintPlay.ts';
import { type SentAddress, sentAddress } from './sentAddress.ts';

/** What is being played, and its way through the drawing. */
export interface Played {
  readonly play: Play;
  readonly walk: FabricWalk;
  readonly route: WalkRoute;
  readonly looks: readonly PacketLook[];
  readonly signs: readonly SignedHop[];
  /** What is sent, where it is an output's; `null` of a pair. */
  readonly sent: SentAddress | null;
}

/**
 * The play that is on, if its walk is valid for the document as it stands. Another drawing of the same
 * machine leaves the packet where it was.
 */
export function usePlayed(document: OpenDocument, { scene }: Drawn): Played | null {
  const { play, walk, mapped } = usePeerlaneShallow((state) => ({
    play: state.play,
    walk: playedWalk({ ...state, document }),
    mapped: state.play?.of === 'pair' ? null : state.mapped,
  }));
  const of = play?.of ?? 'pair';
  const output = of === 'pair' ? null : of.output;
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
      sent: mapped && output !== null ? sentAddress(mapped.report, output, walk) : null,
      signs: hops.flatMap(({ at: { kind } }, hop) => {
        const word = kind === 'iommu' ? 'IOMMU' : kind === 'memory' ? 'RAM' : null;
        return word === null ? [] : [{ hop, word }];
      }),
    };
  }, [walk, scene, byId, mapped, output]);

  return useMemo(() => (play && shown ? { play, ...shown } : null), [play, shown]);
}

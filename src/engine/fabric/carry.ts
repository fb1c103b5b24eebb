import { atRoot } from './atRoot.ts';
import { climb } from './climb.ts';
import { descend } from './descend.ts';
import type { RootStretch } from './forwardDown.ts';
import type { Journey, Packet, Stretch } from './packet.ts';
import type { Hop, WalkOutcome } from './walk.ts';

/** How a packet fared. */
export interface Carried {
  readonly hops: readonly Hop[];
  readonly outcome: WalkOutcome;
  /** Whether its last hop is at its target. */
  readonly isThere: boolean;
  readonly throughRoot: boolean;
  readonly failure: string | null;
  /** The packet as it arrived: whom it turned out to be for. */
  readonly packet: Packet;
}

/** What happens to a packet that came up to the root complex with that host bridge. */
export type RootStage = (journey: Journey, packet: Packet, host: number) => RootStretch;

/** One packet from its sender to its target, or to where it ends. */
export function carry(journey: Journey, packet: Packet, stage: RootStage = atRoot): Carried {
  const up = climb(journey, packet);
  if (up.next.kind !== 'root') return settle(journey, packet, up.hops, up.next, false, false);
  const root = stage(journey, packet, up.next.host);
  const hops = [...up.hops, ...root.hops];
  return settle(journey, root.packet ?? packet, hops, root.next, true, root.isSupposed);
}

/** The rest of the way, from where it turned towards its target. */
export function settle(
  journey: Journey,
  packet: Packet,
  before: readonly Hop[],
  next: Stretch['next'],
  throughRoot: boolean,
  isSupposed: boolean,
): Carried {
  switch (next.kind) {
    case 'down': {
      const hops = [...before, ...descend(journey, packet, next.at)];
      const outcome = isSupposed ? 'unknown' : 'completed';
      return { hops, outcome, isThere: true, throughRoot, failure: null, packet };
    }
    case 'arrived':
      return {
        hops: before,
        outcome: 'completed',
        isThere: true,
        throughRoot,
        failure: null,
        packet,
      };
    case 'refused':
      return {
        hops: before,
        outcome: 'refused',
        isThere: false,
        throughRoot,
        failure: next.failure,
        packet,
      };
    case 'unknown':
    case 'root':
      return {
        hops: before,
        outcome: 'unknown',
        isThere: false,
        throughRoot,
        failure: null,
        packet,
      };
  }
}

import type { FabricWalk, Hop } from '../../engine/report.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';

/** What is to be seen of a packet; each has a form of its own, besides its colour. */
export interface PacketLook {
  /** A write is a filled bar, a read an outlined one, what comes back a diamond. */
  readonly form: Hop['packet'];
  /** Below the host bridge, through it, refused, or not known. */
  readonly tone: VerdictKind;
  readonly sign: PacketSign;
}

export type PacketSign =
  | 'none'
  /** ACS sends it up: an arrow that climbs. */
  | 'climbs'
  /** It ends here: crossed out. */
  | 'crossed'
  /** Nobody can say: a question mark. */
  | 'open';

/** How the packet of a walk looks at one of its hops, and on its way from there. */
export function packetLook(walk: FabricWalk, hop: Hop): PacketLook {
  const form = hop.packet;
  const { request, completion } = walk.throughRoot;
  if (hop.action === 'refused') return { form, tone: 'NOT_SUPPORTED', sign: 'crossed' };
  if (hop.action === 'unknown') return { form, tone: 'unknown', sign: 'open' };
  const isThroughRoot = form === 'completion' ? completion : request;
  return {
    form,
    tone: isThroughRoot ? 'THRU_HOST_BRIDGE' : 'BUS_ADDR',
    sign: hop.action === 'redirected' ? 'climbs' : 'none',
  };
}

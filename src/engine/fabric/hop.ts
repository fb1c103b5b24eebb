import type { Packet } from './packet.ts';
import type { Hop, HopAction, Place } from './walk.ts';

/** A hop of a packet; `bits` are the ACS bits that had their say. */
export function hop(
  packet: Packet,
  at: Place,
  action: HopAction,
  to: Place | null,
  rule: string,
  text: string,
  bits: readonly string[] = [],
): Hop {
  return { packet: packet.kind, at, action, to, rule, text, acs: bits.join(' ') };
}

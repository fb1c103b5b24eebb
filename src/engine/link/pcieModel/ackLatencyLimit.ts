import type { PcieGeneration } from '../pcieGeneration.ts';

/**
 * How long a receiver may wait before it acknowledges a TLP, or gives back credits, in symbol times of a lane:
 * `(Max_Payload_Size + 28) · AckFactor / width + internal delay` (PCI Express base specification 3.0, 3.5.3.1
 * with tables 3-7 to 3-9, and 2.6.1.2 with UpdateFactor), whole symbol times.
 */
export function ackLatencyLimit(
  generation: PcieGeneration,
  width: number,
  maxPayload: number,
): number {
  const factor = ackFactor(width, maxPayload);
  return Math.floor(((maxPayload + TLP_OVERHEAD) * factor) / width + internalDelay(generation));
}

/** What the specification adds to the payload for header, framing and CRC, symbols. */
const TLP_OVERHEAD = 28;

/** How many TLPs of the largest size may come before an ACK is due. */
function ackFactor(width: number, maxPayload: number): number {
  const isSmall = maxPayload <= 256;
  if (width <= 4) return isSmall ? 1.4 : 1;
  if (width <= 8) return isSmall ? 2.5 : 1;
  return isSmall ? 3 : 2;
}

/** From a packet's end at the receiver to the ACK's start, symbol times. */
function internalDelay(generation: PcieGeneration): number {
  if (generation === 1) return 19;
  return generation === 2 ? 70 : 115;
}

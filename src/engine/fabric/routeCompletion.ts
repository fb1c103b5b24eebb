import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import type { Packet } from './packet.ts';

/**
 * Why a bridge claims a completion for this requester: its bus number lies in the bridge's range,
 * where both are shown, else its place in the tree. Completions are routed by the requester's id, not
 * by address.
 *
 * Source: PCI Express base specification 2.2.4.2 (ID based routing).
 */
export function claimsIdWords(topology: Topology, bridge: number, requester: number): string {
  const fn = functionAt(topology, bridge);
  const { address } = functionAt(topology, requester);
  if (bridge === requester) return `${functionName(fn)} is the requester`;
  const below = `the requester is below ${functionName(fn)}`;
  if (address === null || fn.bridge === null || fn.bridge === UNKNOWN) return below;
  const { secondary, subordinate } = fn.bridge;
  if (secondary === UNKNOWN || subordinate === UNKNOWN) return below;
  if (address.bus < secondary || address.bus > subordinate) return below;
  const bus = `bus ${hex(address.bus, 2)} of the requester`;
  return secondary === subordinate
    ? `${bus} is the one behind ${functionName(fn)}`
    : `${bus} is behind ${functionName(fn)} (${hex(secondary, 2)} to ${hex(subordinate, 2)})`;
}

/**
 * The bus number that a port's source validation compares with its own range: the sender's; `null`
 * where it has none, or where it is in another domain than the port (a VMD function's requests).
 */
export function requesterBusOf(topology: Topology, packet: Packet, port: number): number | null {
  const sender = functionAt(topology, packet.from).address;
  const here = functionAt(topology, port).address;
  return sender !== null && here !== null && sender.domain === here.domain ? sender.bus : null;
}

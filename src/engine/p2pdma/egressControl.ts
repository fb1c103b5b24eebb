import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { AcsRegisters } from '../../model/registers.ts';

/** What a port's egress control vector says of one egress port. */
export type EgressBit = 'blocks' | 'lets' | 'unreadable' | 'unknown';

const WHOLE_VECTOR = 256;

/**
 * The bit of the egress control vector for a port number: dword `port / 32`, bit `port % 32`. The
 * vector's size stands in bits 15:8 of the capability word, 0 meaning 256.
 *
 * Source: PCIe base specification 7.7.11; the proposal of 2026 reads it so (design B).
 */
export function egressBit(acs: AcsRegisters, port: number): EgressBit {
  if (acs.capability === UNKNOWN) return 'unknown';
  const size = (acs.capability >> 8) & 0xff || WHOLE_VECTOR;
  if (port >= size || acs.egressVector === null) return 'unreadable';
  if (acs.egressVector === UNKNOWN) return 'unknown';
  const word = acs.egressVector[Math.floor(port / 32)];
  if (word === undefined) return 'unknown';
  return ((word >>> (port % 32)) & 1) === 1 ? 'blocks' : 'lets';
}

/**
 * The number by which egress control vectors name a port: Port Number of its link capabilities.
 * Only root ports and a switch's downstream ports have one; `null` for anything else.
 */
export function egressPortNumber(fn: PciFunction): Maybe<number> {
  if (fn.type === UNKNOWN) return UNKNOWN;
  if (fn.type !== 'root-port' && fn.type !== 'downstream') return null;
  if (fn.pcie === null || fn.pcie === UNKNOWN) return fn.pcie;
  const { link } = fn.pcie;
  return link === null || link === UNKNOWN ? link : link.portNumber;
}

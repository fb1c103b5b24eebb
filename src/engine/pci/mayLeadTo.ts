import { UNKNOWN } from '../../base/unknown.ts';
import { functionAt, type Topology } from './topology.ts';

/**
 * May this function forward to the bus that the other sits on? By its bus numbers; where those or an
 * address are not shown, it may.
 */
export function mayLeadTo(topology: Topology, node: number, other: number): boolean {
  const there = functionAt(topology, other).address;
  const bridge = functionAt(topology, node);
  if (there === null || bridge.address === null) return true;
  if (there.domain !== bridge.address.domain) return false;
  if (bridge.bridge === null) return false;
  if (bridge.bridge === UNKNOWN) return true;
  const { secondary, subordinate } = bridge.bridge;
  if (secondary === UNKNOWN || subordinate === UNKNOWN) return true;
  return secondary <= there.bus && there.bus <= subordinate;
}

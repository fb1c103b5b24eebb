import type { MapperRules } from './mapperRules.ts';
import type { PeerMemory } from './scatterlist.ts';

/**
 * How peer memory goes: by its bus address, through the host bridge, or not at all. `ram`: nobody
 * asks, it is mapped as if it were host memory.
 */
export type PeerWay = 'bus' | 'host' | 'refused' | 'ram';

/**
 * What the mapping code takes one entry's memory for, `pci_p2pdma_state()` and before it
 * `pci_p2pdma_map_segment()` (6.0 on). A pair that was never judged is refused as one that may not.
 */
export function pciP2pdmaState(peer: PeerMemory, { peers }: Pick<MapperRules, 'peers'>): PeerWay {
  if (peers !== 'each-entry') return 'ram';
  if (peer.mapType === 'BUS_ADDR') return 'bus';
  return peer.mapType === 'THRU_HOST_BRIDGE' ? 'host' : 'refused';
}

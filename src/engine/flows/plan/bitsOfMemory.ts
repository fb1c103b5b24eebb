import type { FunctionId } from '../../../model/ids.ts';
import { peerMemory } from '../../fabric/peerMemory.ts';
import type { PeerQuestion } from '../../fabric/walk.ts';
import { placeOfId, type Topology } from '../../pci/topology.ts';

/** 4 GiB: addresses from here on need headers of four words. */
const LOW = 1n << 32n;

/**
 * Bits of the address of a function's memory, as the bus or the processor has it. Where nothing shows the
 * address, it is taken to be above 4 GiB, as large BARs are.
 */
export function bitsOfMemory(
  topology: Topology,
  completer: FunctionId,
  address: PeerQuestion['address'],
): 32 | 64 {
  const memory = peerMemory(topology, placeOfId(topology, completer));
  if (memory === null) return 64;
  return (address === 'bus' ? memory.bus : memory.cpu) < LOW ? 32 : 64;
}

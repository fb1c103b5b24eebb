import { asRam } from './asRam.ts';
import { type DmaMapping, type DmaOutput, ERRNO } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import { type MapStep, takesStep } from './mapStep.ts';
import { type PeerWay, pciP2pdmaState } from './pciP2pdmaState.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Maps a list as operations of a driver's own would that know nothing of peers: an example, for there
 * is no such driver in the kernel. Every entry gets its physical address, peers as if they were RAM;
 * `dma_map_sg()` does not ask whether the operations can do that. Operations that promise by their flag
 * to look at each entry (6.0 to 6.11) do so.
 */
export function foreignMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const outputs: DmaOutput[] = [];
  for (let index = 0; index < list.length; index++) {
    const { phys, length, peer } = list[index] as SgEntry;
    const way = peer === null ? 'own' : pciP2pdmaState(peer, call.rules);
    if (way === 'refused') return mapFailure(call, ERRNO.EREMOTEIO, index);
    const isBus = way === 'bus' && peer !== null;
    const address = isBus ? phys + peer.busOffset : phys;
    outputs.push({
      address,
      length,
      space: isBus ? 'BUS' : 'PHYS',
      first: index,
      count: 1,
      why: index === 0 ? 'first' : isBus ? 'bus' : 'private-ops',
      defects: way === 'ram' ? asRam(peer, call) : [],
    });
    if (takesStep(call.recorder)) call.recorder.step(step(index, address, length, way));
  }
  const returns = call.rules.refusal;
  return { errno: 0, returns, failedAt: null, outputs, iova: [], maps: [] };
}

const WORDS: Readonly<Record<PeerWay | 'own', string>> = {
  own: 'Operations of the driver’s own: the physical address.',
  ram: 'Operations of the driver’s own do not know peer memory: mapped as if it were RAM.',
  bus: 'These operations look at peers, as their flag says: the bus address.',
  host: 'These operations look at peers, as their flag says: through the host bridge.',
  refused: '',
};

function step(index: number, address: number, length: number, way: PeerWay | 'own'): MapStep {
  return {
    phase: 'lay-out',
    call: 'ops->map_sg',
    entry: index,
    output: { index, length },
    values: [{ name: 'dma_address', value: address, as: 'address' }],
    text: WORDS[way],
  };
}
